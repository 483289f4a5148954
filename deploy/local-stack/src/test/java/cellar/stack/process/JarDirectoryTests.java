package cellar.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class JarDirectoryTests {

	@TempDir
	Path directory;

	private Path built;

	private JarDirectory jars;

	@BeforeEach
	void build() throws Exception {
		this.built = Files.writeString(this.directory.resolve("service.jar"), "built first");
		this.jars = new JarDirectory(this.directory.resolve("run/jars"));
	}

	@Test
	void addKeepsWhatWasBuiltThen() throws Exception {
		Path copy = this.jars.add(this.built);
		Files.writeString(this.built, "built again");
		assertThat(copy).hasContent("built first").hasFileName("service.jar").hasParent(this.jars.path());
		assertThat(this.jars.path()).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void addTakesThePlaceOfWhatAnEarlierStartLeft() throws Exception {
		this.jars.add(this.built);
		Files.writeString(this.jars.path().resolve("service.jar.new"), "cut off");
		Files.writeString(this.built, "built again");
		assertThat(this.jars.add(this.built)).hasContent("built again");
		assertThat(this.jars.path()).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void addWhenThereIsNoSuchJarLeavesNothing() {
		assertThatIOException().isThrownBy(() -> this.jars.add(this.directory.resolve("missing.jar")));
		assertThat(this.jars.path()).isEmptyDirectory();
	}

}
