package cellar.stack.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateFileTests {

	@TempDir
	Path directory;

	@Test
	void writeNarrowsAFileThatWasOpenToAll() throws Exception {
		Path file = Files.writeString(this.directory.resolve("file"), "old");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
		PrivateFile.write(file, "new");
		assertThat(file).hasContent("new");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(this.directory).isDirectoryNotContaining("glob:**.new");
	}

}
