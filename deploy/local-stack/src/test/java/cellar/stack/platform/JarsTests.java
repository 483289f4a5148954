package cellar.stack.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JarsTests {

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
		assertThatIllegalStateException().isThrownBy(() -> Jars.find(this.project))
			.withMessageContaining("provisioning-service/target/provisioning-service-*.jar")
			.withMessageContaining("./mvnw -Plocal")
			.withMessageNotContaining("catalog-service");
	}

	@Test
	void findTakesExecutableJarsAndTheNewestVersion() throws Exception {
		jar("provisioning-service/target/provisioning-service-1.jar");
		Path newest = jar("provisioning-service/target/provisioning-service-2.jar");
		Files.setLastModifiedTime(newest, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
		Jars jars = Jars.find(this.project);
		assertThat(jars.provisioning()).isEqualTo(newest);
		assertThat(jars.cloud()).hasFileName("simulated-cloud-1-exec.jar");
		assertThat(jars.catalog()).hasFileName("catalog-service-1.jar");
	}

	private Path jar(String path) throws Exception {
		Path file = this.project.resolve(path);
		Files.createDirectories(file.resolveSibling(""));
		return Files.writeString(file, "");
	}

}
