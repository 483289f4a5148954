package cellar.provisioning.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

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
 * Tests how clouds are configured.
 */
class CloudPropertiesTests {

	private static final String PREFIX = "cellar.provisioning.clouds.local.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Properties.class);

	@Test
	void bindWhenLittleIsSetUsesDefaults() {
		this.runner.run((context) -> assertThat(context.getBean(CloudProperties.class).clouds()).isEmpty());
		this.runner.withPropertyValues(PREFIX + "profile=aws").run((context) -> {
			CloudProperties.Settings settings = context.getBean(CloudProperties.class).clouds().get("local");
			assertThat(settings).isNotNull();
			assertThat(settings.region()).isEqualTo("us-east-1");
			assertThat(settings.reachabilityPort()).isEqualTo(22);
			assertThat(settings.callTimeout()).isEqualTo(Duration.ofSeconds(30));
			assertThat(settings.concurrentCalls()).isEqualTo(6);
			assertThat(settings.ec2Endpoint()).isNull();
		});
	}

	@Test
	void bindWhenEverythingIsSetTakesIt() {
		this.runner.withPropertyValues(Stream
			.of("profile=eucalyptus-5", "ec2-endpoint=http://clc:8773/services/compute", "region=eucalyptus",
					"access-key=AK", "secret-key=SK", "reachability-port=0", "call-timeout=5s", "concurrent-calls=2")
			.map((property) -> PREFIX + property)
			.toArray(String[]::new)).run((context) -> {
				CloudProperties properties = context.getBean(CloudProperties.class);
				assertThat(properties.clouds()).containsEntry("local",
						new CloudProperties.Settings(CloudProfile.EUCALYPTUS_5,
								URI.create("http://clc:8773/services/compute"), "eucalyptus", "AK", "SK", 0,
								Duration.ofSeconds(5), 2));
				assertThat(properties.toString()).doesNotContain("SK").doesNotContain("AK");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "region=|clouds[local].region", "reachability-port=-1|clouds[local].reachabilityPort",
					"reachability-port=65536|clouds[local].reachabilityPort",
					"call-timeout=99ms|'call-timeout' must be at least 100 milliseconds",
					"concurrent-calls=0|clouds[local].concurrentCalls",
					"concurrent-calls=65|clouds[local].concurrentCalls",
					"access-key=AK|'access-key' and 'secret-key' belong together",
					"secret-key=SK|'access-key' and 'secret-key' belong together",
					"ec2-endpoint=ftp://clc/|'ec2-endpoint' must be an absolute http or https URL",
					"ec2-endpoint=/services/compute|'ec2-endpoint' must be an absolute http or https URL",
					"profile=generic|only the profile 'aws' may lack it", "profile=azure|azure" })
	void bindWhenValueIsWrongNamesIt(String property, String named) {
		this.runner.withPropertyValues(PREFIX + "profile=aws", PREFIX + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(named));
	}

	@Test
	void bindWhenNameOfACloudIsWrongSaysWhatNamesMustBe() {
		this.runner.withPropertyValues("cellar.provisioning.clouds[My_Cloud].profile=aws")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("names of clouds must be lower-case letters, digits and hyphens"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(CloudProperties.class)
	static class Properties {

	}

}
