package cellar.stack.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.part.ProgramPart;
import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformTests {

	private static final List<String> JARS = List.of("deploy/simulated-cloud/target/simulated-cloud-1-exec.jar",
			"catalog-service/target/catalog-service-1.jar", "cache-gateway/target/cache-gateway-1.jar",
			"provisioning-service/target/provisioning-service-1.jar");

	@TempDir
	Path project;

	@Test
	void partsRunWhatWasBuiltWhenTheyWereLaidOut() throws Exception {
		build("built first");
		DataDirectory data = new DataDirectory(this.project.resolve(".cellar"));
		Platform platform = Platform.layOut(this.project, Optional.of("1"), data, Ports.claim((port) -> 0),
				Secrets.in(data.secrets()), new Secret("operator-token"));
		build("built again");
		assertThat(jar(platform, Platform.CLOUD)).hasContent("built first");
		assertThat(jar(platform, Platform.GATEWAY)).hasContent("built first");
		// The others would need a database to tell what they run.
		assertThat(data.jars().path()).isDirectoryContaining("glob:**/catalog-service-1.jar")
			.isDirectoryContaining("glob:**/provisioning-service-1.jar");
	}

	private static Path jar(Platform platform, String name) throws Exception {
		ProgramPart part = platform.parts()
			.stream()
			.filter(ProgramPart.class::isInstance)
			.map(ProgramPart.class::cast)
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElseThrow();
		List<String> line = part.command().get().line();
		return Path.of(line.get(line.indexOf("-jar") + 1));
	}

	private void build(String content) throws Exception {
		for (String jar : JARS) {
			Path file = this.project.resolve(jar);
			Files.createDirectories(file.resolveSibling(""));
			Files.writeString(file, content);
		}
	}

}
