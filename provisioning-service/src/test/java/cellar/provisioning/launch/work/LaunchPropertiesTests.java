package cellar.provisioning.launch.work;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
	void bindWhenNothingIsSetIsPatient() {
		this.runner.run((context) -> assertThat(context.getBean(LaunchProperties.class))
			.isEqualTo(new LaunchProperties(Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofMinutes(15),
					Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2))));
	}

	@Test
	void bindWhenEverythingIsSetTakesIt() {
		this.runner
			.withPropertyValues(PREFIX + "poll-interval=1s", PREFIX + "preparation-timeout=2s",
					PREFIX + "acceptance-timeout=9s", PREFIX + "running-timeout=4s", PREFIX + "reachable-timeout=5s",
					PREFIX + "cleanup-timeout=6s", PREFIX + "doubt-grace=3s")
			.run((context) -> assertThat(context.getBean(LaunchProperties.class))
				.isEqualTo(new LaunchProperties(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9),
						Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(3))));
	}

	@ParameterizedTest
	@CsvSource({ "poll-interval=0s,pollInterval", "preparation-timeout=-1s,preparationTimeout",
			"acceptance-timeout=0s,acceptanceTimeout", "running-timeout=0s,runningTimeout",
			"reachable-timeout=0s,reachableTimeout", "cleanup-timeout=0s,cleanupTimeout", "doubt-grace=0s,doubtGrace" })
	void bindWhenDurationIsNotPositiveNamesIt(String property, String field) {
		this.runner.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContainingAll("on field '" + field + "'", "must be longer than"));
	}

	@ParameterizedTest
	@CsvSource({ "doubt-grace=1h,acceptance-timeout", "doubt-grace=1h,cleanup-timeout",
			"doubt-grace=12m,cleanup-timeout", "cleanup-timeout=1m,cleanup-timeout",
			"acceptance-timeout=1m,acceptance-timeout" })
	void bindWhenDoubtOutlastsATimeoutSaysSo(String property, String timeout) {
		this.runner.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'doubt-grace' must be shorter than '" + timeout + "'"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(LaunchProperties.class)
	static class Properties {

	}

}
