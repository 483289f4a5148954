package cellar.stack.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

	@Test
	void writeNarrowsAFileThatWasOpenToAll() throws Exception {
		Path file = Files.writeString(this.directory.resolve("file"), "old");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
		PrivateFile.write(file, "new");
		assertThat(file).hasContent("new");
		assertThat(mode(file)).isEqualTo("rw-------");
		assertThat(this.directory).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void hashIsWhatServicesCompare() {
		assertThat(new Secret("abc").hash())
			.isEqualTo("{sha256}ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

	@Test
	void toStringShowsNothing() {
		assertThat(new Secret("abc")).hasToString("Secret[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "two words", "umläut", "a\nb", "a=b" })
	void secretWhenItCannotBeSentIsRefusedWithoutShowingIt(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Secret(value))
			.withMessageStartingWith("A token must consist of");
	}

	private Path path() {
		return this.directory.resolve("secrets");
	}

	private static String mode(Path path) throws Exception {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
