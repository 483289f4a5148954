package cellar.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	@TempDir
	Path directory;

	@Test
	void rotateKeepsOneRunBefore() throws Exception {
		LogFile log = new LogFile(this.directory.resolve("logs/part.log"));
		for (String run : new String[] { "first", "second", "third" }) {
			log.rotate();
			Files.writeString(log.path(), run);
		}
		assertThat(log.path()).hasContent("third");
		assertThat(this.directory.resolve("logs/part.log.1")).hasContent("second");
		assertThat(this.directory.resolve("logs")).isDirectoryContaining("glob:**.log")
			.isDirectoryContaining("glob:**.1");
	}

	@Test
	void tailReturnsTheLastLinesOfALongFile() throws Exception {
		LogFile log = new LogFile(this.directory.resolve("part.log"));
		Files.writeString(log.path(), "much\n".repeat(100_000) + "one\ntwo\n");
		assertThat(log.tail(2)).containsExactly("one", "two");
	}

	@Test
	void tailWhenThereIsNoFileIsEmpty() {
		assertThat(new LogFile(this.directory.resolve("none")).tail(5)).isEmpty();
	}

}
