package cellar.provisioning;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import cellar.common.settings.SettingsAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a configuration which is written for later starts today.
 */
@ExtendWith(OutputCaptureExtension.class)
class PromisedSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SettingsAutoConfiguration.class))
		.withUserConfiguration(PromisedSettings.class);

	@Test
	void startWhenACloudIsConfiguredForInstallsSaysWhatHasNoEffectYet(CapturedOutput output) {
		String[] names = Stream
			.of("s3-endpoint", "iam-endpoint", "ebs-endpoint", "account", "user-certificate", "user-private-key",
					"cloud-certificate", "bundle-acl")
			.map((name) -> "cellar.provisioning.clouds.private." + name)
			.toArray(String[]::new);
		this.runner.withPropertyValues(Stream.of(names).map((name) -> name + "=secret").toArray(String[]::new))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains(names).doesNotContain("secret");
	}

}
