package cellar.provisioning.launch.work;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how patience is configured.
 */
class LaunchPropertiesTests {

	private static final String PREFIX = "cellar.provisioning.launches.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Properties.class);

	@Test
	void defaultsAreSafe() {
		this.runner.run((context) -> assertThat(context.getBean(LaunchProperties.class))
			.isEqualTo(new LaunchProperties(Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofMinutes(15),
					Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2))));
	}

	@Test
	void everyPropertyIsTaken() {
		this.runner
			.withPropertyValues(PREFIX + "poll-interval=1s", PREFIX + "preparation-timeout=2s",
					PREFIX + "acceptance-timeout=9s", PREFIX + "running-timeout=4s", PREFIX + "reachable-timeout=5s",
					PREFIX + "cleanup-timeout=6s", PREFIX + "doubt-grace=3s")
			.run((context) -> assertThat(context.getBean(LaunchProperties.class))
				.isEqualTo(new LaunchProperties(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9),
						Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(3))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "poll-interval=0s", "preparation-timeout=-1s", "acceptance-timeout=0s",
			"running-timeout=0s", "reachable-timeout=0s", "cleanup-timeout=0s", "doubt-grace=0s", "doubt-grace=1h",
			"doubt-grace=12m", "cleanup-timeout=1m" })
	void badValuesAreRefused(String property) {
		this.runner.withPropertyValues(PREFIX + property).run((context) -> assertThat(context).hasFailed());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(LaunchProperties.class)
	static class Properties {

	}

}
