package cellar.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.simulation.profile.CloudProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EnvironmentTests {

	private final Map<String, String> properties = new HashMap<>(
			Map.of("cellar.simulation.access-key", "AK", "cellar.simulation.secret-key", "hush"));

	@Test
	void settingsWhenOnlyKeysAreGivenAreSafe() {
		Settings settings = settings();
		assertThat(settings.port()).isEqualTo(8084);
		assertThat(settings.address()).isEqualTo("127.0.0.1");
		assertThat(settings.path()).isEqualTo("/");
		assertThat(settings.profile()).isEqualTo(CloudProfile.AWS);
		assertThat(settings.signingRegion()).isNull();
		assertThat(settings.dataDirectory()).isNull();
		assertThat(settings.timing().pending()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void settingsWhenEverythingIsGivenHaveIt() {
		Map.of("port", "0", "address", "127.0.0.2", "path", "/ec2", "profile", "eucalyptus-5", "account",
				"123456789012", "signing-region", "us-east-1", "data-directory", "/data", "pending", "PT1S")
			.forEach((name, value) -> this.properties.put("cellar.simulation." + name, value));
		this.properties.put("cellar.simulation.shutting-down", "PT3S");
		this.properties.put("cellar.simulation.terminated-listed", "PT4S");
		Settings settings = settings();
		assertThat(settings.port()).isZero();
		assertThat(settings.address()).isEqualTo("127.0.0.2");
		assertThat(settings.path()).isEqualTo("/ec2");
		assertThat(settings.profile()).isEqualTo(CloudProfile.EUCALYPTUS_5);
		assertThat(settings.account()).isEqualTo("123456789012");
		assertThat(settings.signingRegion()).isEqualTo("us-east-1");
		assertThat(settings.dataDirectory()).isEqualTo(Path.of("/data"));
		assertThat(settings.timing().pending()).isEqualTo(Duration.ofSeconds(1));
		assertThat(settings.timing().shuttingDown()).isEqualTo(Duration.ofSeconds(3));
		assertThat(settings.timing().listed()).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void settingsWhenVariablesAreGivenHaveThem() {
		Map<String, String> variables = Map.of("CELLAR_SIMULATION_ACCESSKEY", "AK", "CELLAR_SIMULATION_SECRETKEY",
				"hush", "CELLAR_SIMULATION_DATADIRECTORY", "/data");
		Settings settings = new Environment((name) -> null, variables::get).settings();
		assertThat(settings.dataDirectory()).isEqualTo(Path.of("/data"));
	}

	@Test
	void settingsWhenKeysAreInFilesHaveThem(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("secret-key"), "hush\n");
		this.properties.remove("cellar.simulation.secret-key");
		this.properties.put("cellar.simulation.secret-key-file", file.toString());
		assertThat(settings().credentials().secretKey()).isEqualTo("hush");
	}

	@Test
	void settingsWhenAFileOfAKeyIsMissingOrEmptyAreRefused(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("secret-key");
		this.properties.put("cellar.simulation.secret-key-file", file.toString());
		assertThatIllegalArgumentException().isThrownBy(this::settings)
			.withMessageContaining("secret-key-file")
			.withMessageContaining(file.toString());
		Files.writeString(file, "\n");
		assertThatIllegalArgumentException().isThrownBy(this::settings).withMessageContaining("must not be empty");
	}

	@Test
	void settingsToStringDoesNotShowTheSecret() {
		assertThat(settings().toString()).contains("AK").doesNotContain("hush");
	}

	@ParameterizedTest
	@CsvSource({ "access-key, ''", "secret-key, ' '", "port, x", "port, 70000", "path, ec2", "path, /control",
			"profile, azure", "account, 1", "pending, soon", "pending, PT-1S", "shutting-down, PT-1S",
			"terminated-listed, PT-1S" })
	void settingsWhenValueIsBadAreRefused(String name, String value) {
		this.properties.put("cellar.simulation." + name, value);
		assertThatIllegalArgumentException().isThrownBy(this::settings);
	}

	private Settings settings() {
		return new Environment(this.properties::get, (name) -> null).settings();
	}

}
