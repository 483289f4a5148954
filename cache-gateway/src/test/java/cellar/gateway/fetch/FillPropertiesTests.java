package cellar.gateway.fetch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class FillPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.run((context) -> assertThat(context.getBean(FillProperties.class))
			.isEqualTo(new FillProperties(4, 16, 4, 0.8)));
	}

	@Test
	void allValues() {
		this.runner
			.withPropertyValues("cellar.gateway.fill.parallel=1", "cellar.gateway.fill.stretch=2",
					"cellar.gateway.fill.read-ahead=0", "cellar.gateway.fill.finish-from=1")
			.run((context) -> assertThat(context.getBean(FillProperties.class))
				.isEqualTo(new FillProperties(1, 2, 0, 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "parallel=0", "stretch=0", "read-ahead=-1", "finish-from=-0.1", "finish-from=1.1" })
	void rejects(String setting) {
		this.runner.withPropertyValues("cellar.gateway.fill." + setting)
			.run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(FillProperties.class)
	static class Config {

	}

}
