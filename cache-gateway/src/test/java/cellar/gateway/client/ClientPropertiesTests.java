package cellar.gateway.client;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ClientPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.run((context) -> assertThat(context.getBean(ClientProperties.class))
			.isEqualTo(new ClientProperties(Duration.ofSeconds(60), DataSize.ofBytes(256))));
	}

	@Test
	void allValues() {
		this.runner.withPropertyValues("cellar.gateway.client-idle-timeout=9s", "cellar.gateway.client-min-rate=0")
			.run((context) -> assertThat(context.getBean(ClientProperties.class))
				.isEqualTo(new ClientProperties(Duration.ofSeconds(9), DataSize.ofBytes(0))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client-idle-timeout=0s", "client-min-rate=-1", "client-min-rate=much" })
	void rejects(String setting) {
		this.runner.withPropertyValues("cellar.gateway." + setting).run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(ClientProperties.class)
	static class Config {

	}

}
