package cellar.gateway.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.run((context) -> assertThat(context.getBean(DeliveryProperties.class))
			.isEqualTo(new DeliveryProperties(8080, "127.0.0.1", Duration.ofSeconds(60))));
	}

	@Test
	void allValues() {
		this.runner
			.withPropertyValues("cellar.gateway.data-port=0", "cellar.gateway.data-address=0.0.0.0",
					"cellar.gateway.client-idle-timeout=9s")
			.run((context) -> assertThat(context.getBean(DeliveryProperties.class))
				.isEqualTo(new DeliveryProperties(0, "0.0.0.0", Duration.ofSeconds(9))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data-port=-1", "data-port=65536", "data-address=", "client-idle-timeout=0s" })
	void rejects(String setting) {
		this.runner.withPropertyValues("cellar.gateway." + setting).run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(DeliveryProperties.class)
	static class Config {

	}

}
