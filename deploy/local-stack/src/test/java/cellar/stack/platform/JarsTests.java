package cellar.stack.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JarsTests {

	// What the build gives to every jar.
	private static final FileTime BUILT = FileTime.from(Instant.parse("2026-11-22T00:00:00Z"));

	@TempDir
	Path project;

	@BeforeEach
	void build() throws Exception {
		jar("deploy/simulated-cloud/target/simulated-cloud-1.jar");
		jar("deploy/simulated-cloud/target/simulated-cloud-1-exec.jar");
		jar("catalog-service/target/catalog-service-1.jar");
		jar("catalog-service/target/catalog-service-1-sources.jar");
		jar("cache-gateway/target/cache-gateway-1.jar");
	}

	@Test
	void findWhenSomeAreMissingTellsOfThemAndHowToBuild() {
		assertThatIllegalStateException().isThrownBy(() -> Jars.find(this.project, Optional.empty()))
			.withMessageContaining("provisioning-service/target/provisioning-service-*.jar")
			.withMessageContaining("./mvnw -Plocal")
			.withMessageNotContaining("catalog-service");
	}

	@Test
	void findTakesTheVersionAmongJarsOfTheSameTime() throws Exception {
		for (String version : new String[] { "1", "2", "3" }) {
			jar("provisioning-service/target/provisioning-service-" + version + ".jar");
		}
		jar("deploy/simulated-cloud/target/simulated-cloud-2-exec.jar");
		jar("catalog-service/target/catalog-service-2.jar");
		jar("cache-gateway/target/cache-gateway-2.jar");
		Jars jars = Jars.find(this.project, Optional.of("2"));
		assertThat(jars.cloud()).hasFileName("simulated-cloud-2-exec.jar");
		assertThat(jars.catalog()).hasFileName("catalog-service-2.jar");
		assertThat(jars.gateway()).hasFileName("cache-gateway-2.jar");
		assertThat(jars.provisioning()).hasFileName("provisioning-service-2.jar");
	}

	@Test
	void findWhenOnlyAnotherVersionIsBuiltTellsOfTheOneThatIsMissing() throws Exception {
		jar("provisioning-service/target/provisioning-service-2.jar");
		assertThatIllegalStateException().isThrownBy(() -> Jars.find(this.project, Optional.of("1")))
			.withMessageContaining("provisioning-service/target/provisioning-service-1.jar")
			.withMessageContaining("./mvnw -Plocal")
			.withMessageNotContaining("catalog-service");
	}

	@Test
	void findOfNoVersionTakesTheOnlyExecutableJars() throws Exception {
		jar("provisioning-service/target/provisioning-service-1.jar");
		Jars jars = Jars.find(this.project, Optional.empty());
		assertThat(jars.cloud()).hasFileName("simulated-cloud-1-exec.jar");
		assertThat(jars.catalog()).hasFileName("catalog-service-1.jar");
		assertThat(jars.provisioning()).hasFileName("provisioning-service-1.jar");
	}

	@Test
	void findOfNoVersionWhenThereAreSeveralNamesThemAndHowToChoose() throws Exception {
		jar("provisioning-service/target/provisioning-service-1.jar");
		jar("provisioning-service/target/provisioning-service-2.jar");
		assertThatIllegalStateException().isThrownBy(() -> Jars.find(this.project, Optional.empty()))
			.withMessageContaining("provisioning-service/target/provisioning-service-1.jar")
			.withMessageContaining("provisioning-service/target/provisioning-service-2.jar")
			.withMessageContaining("-Dcellar.stack.version=VERSION")
			.withMessageNotContaining("catalog-service");
	}

	private void jar(String path) throws Exception {
		Path file = this.project.resolve(path);
		Files.createDirectories(file.resolveSibling(""));
		Files.writeString(file, "");
		Files.setLastModifiedTime(file, BUILT);
	}

}
