package cellar.provisioning.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Format;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that recipes render byte for byte what was looked at once and found good. Run
 * with {@code -Dgolden.write=true} to write the files anew, and look at the change.
 */
class GoldenTests {

	private static final Path FILES = Path.of("src/test/resources/cellar/provisioning/recipe");

	private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk alice@example";

	private final Recipes recipes = new Recipes();

	static Stream<Arguments> renderings() {
		Map<String, Object> chosen = Map.of("device", "/dev/vdb", "filesystem", "xfs", "label", "data", "mountPoint",
				"/var/lib/docker-data", "existing", "adopt", "hostname", "docker-1", "sshAuthorizedKeys", List.of(KEY));
		return Stream.of(
				Arguments.of("coreos-docker-storage", Family.FLATCAR, Format.COREOS_CLOUD_CONFIG, Map.of(),
						"storage-flatcar.yaml"),
				Arguments.of("coreos-docker-storage", Family.FLATCAR, Format.IGNITION, Map.of(), "storage-flatcar.ign"),
				Arguments.of("coreos-docker-storage", Family.UBUNTU, Format.CLOUD_CONFIG, Map.of(),
						"storage-ubuntu.yaml"),
				Arguments.of("coreos-docker-storage", Family.FCOS, Format.IGNITION, Map.of(), "storage-fcos.ign"),
				Arguments.of("coreos-docker-storage", Family.FLATCAR, Format.COREOS_CLOUD_CONFIG, chosen,
						"storage-flatcar-chosen.yaml"),
				Arguments.of("coreos-docker-storage", Family.UBUNTU, Format.CLOUD_CONFIG, chosen,
						"storage-ubuntu-chosen.yaml"),
				Arguments.of("coreos-docker-storage", Family.FCOS, Format.IGNITION, chosen, "storage-fcos-chosen.ign"),
				Arguments.of("plain", Family.UBUNTU, Format.CLOUD_CONFIG, Map.of(), "plain-ubuntu.yaml"),
				Arguments.of("plain", Family.UBUNTU, Format.CLOUD_CONFIG,
						Map.of("hostname", "web-1", "sshAuthorizedKeys", List.of(KEY)), "plain-ubuntu-chosen.yaml"),
				Arguments.of("plain", Family.FLATCAR, Format.COREOS_CLOUD_CONFIG, Map.of(), "plain-flatcar.yaml"),
				Arguments.of("plain", Family.FCOS, Format.IGNITION,
						Map.of("hostname", "web-1", "sshAuthorizedKeys", List.of(KEY)), "plain-fcos-chosen.ign"),
				Arguments.of("plain", Family.FCOS, Format.IGNITION, Map.of(), "plain-fcos.ign"));
	}

	@ParameterizedTest
	@MethodSource("renderings")
	void renderWhenChoicesAreTheSameWritesTheSameBytes(String recipe, Family family, Format format,
			Map<String, Object> parameters, String file) throws IOException {
		String text = this.recipes.render(recipe, family, format, parameters).userData().text();
		Path golden = FILES.resolve(file);
		if (Boolean.getBoolean("golden.write")) {
			Files.writeString(golden, text);
		}
		assertThat(text).isEqualTo(Files.readString(golden));
	}

}
