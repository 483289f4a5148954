package cellar.stack.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	Path directory;

	@Test
	void getIsRandomPerNameAndKept() throws Exception {
		Secrets secrets = Secrets.in(path());
		Secret token = secrets.get("token");
		assertThat(token.value()).hasSize(32);
		assertThat(secrets.get("other")).isNotEqualTo(token);
		assertThat(Secrets.in(path()).get("token")).isEqualTo(token);
		assertThat(Secrets.in(this.directory.resolve("elsewhere")).get("token")).isNotEqualTo(token);
	}

	@Test
	void getKeepsItFromEverybodyElse() throws Exception {
		Secrets.in(path()).get("token");
		assertThat(mode(path())).isEqualTo("rwx------");
		assertThat(mode(path().resolve("token"))).isEqualTo("rw-------");
	}

	private Path path() {
		return this.directory.resolve("secrets");
	}

	private static String mode(Path path) throws Exception {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
