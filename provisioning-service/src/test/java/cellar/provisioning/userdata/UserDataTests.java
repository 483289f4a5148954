package cellar.provisioning.userdata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests how documents are made to fit and how text survives in them.
 */
class UserDataTests {

	@Test
	void fitWhenDocumentIsSmallLeavesItAlone() {
		UserData data = new UserData(Format.CLOUD_CONFIG, "#cloud-config\n");
		assertThat(data.fit(14)).isEqualTo("#cloud-config\n".getBytes(StandardCharsets.UTF_8));
		assertThat(data.size()).isEqualTo(14);
	}

	@Test
	void fitWhenDocumentIsTooLargePacksIt() throws IOException {
		UserData data = new UserData(Format.COREOS_CLOUD_CONFIG, "a".repeat(20000));
		byte[] packed = data.fit(16384);
		assertThat(packed).hasSizeLessThan(16384).isEqualTo(data.fit(16384)).hasSize(data.gzipSize());
		assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes()).hasSize(20000);
	}

	@Test
	void fitWhenMachineDoesNotUnpackThrows() {
		assertThatExceptionOfType(UserDataTooLargeException.class)
			.isThrownBy(() -> new UserData(Format.IGNITION, "a".repeat(20000)).fit(16384))
			.withMessageContaining("does not unpack gzip");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/var/lib/docker|var-lib-docker.mount", "/data|data.mount", "/mnt/a-b|mnt-a\\x2db.mount",
					"/srv/.x|srv-.x.mount", "/.x|\\x2ex.mount", "/mnt/a_b:c.d|mnt-a_b:c.d.mount" })
	void mountUnitWhenPathHasSpecialCharactersEscapesThem(String path, String unit) {
		assertThat(SystemdPath.mountUnit(path)).isEqualTo(unit);
	}

	@Test
	void ofWhenTextsLookLikeYamlKeepsTheirMeaning() {
		List<String> nasty = List.of("no", "0644", "12:30:45", "=", "<<", "2001-01-01", "~", "null", "a: b", "- a",
				"# c", "'", "\"", "\\", "{}", "@a", "%b", " ", "a\tb", "line\nruncmd: [reboot]\n", "\u00e9\u4e2d");
		String text = UserData.of(Guest.plain(null, nasty), Format.CLOUD_CONFIG).text();
		assertThat(text).startsWith("#cloud-config\n").doesNotContain("---");
		Map<String, Object> read = new Yaml().load(text);
		assertThat(read).containsOnlyKeys("ssh_authorized_keys").containsEntry("ssh_authorized_keys", nasty);
	}

	@ParameterizedTest
	@CsvSource({ "flatcar-stable-4081,FLATCAR", "Fedora-CoreOS-42,FCOS", "ubuntu-noble-24.04,UBUNTU" })
	void guessWhenNameTellsFamilyAnswersIt(String name, Family family) {
		assertThat(Family.guess(name)).contains(family);
		assertThat(Family.guess("centos-7")).isEmpty();
	}

}
