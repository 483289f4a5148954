package cellar.stack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OwnProgramTests {

	@TempDir
	Path directory;

	@Test
	void copiedToOfAJarRunsFromACopyThatNoBuildChanges() throws Exception {
		Path built = Files.writeString(this.directory.resolve("launcher.jar"), "built first");
		JarDirectory jars = new JarDirectory(this.directory.resolve("jars"));
		OwnProgram copy = new OwnProgram(List.of(built)).copiedTo(jars);
		Files.writeString(built, "built again");
		Path run = jars.path().resolve("launcher.jar");
		assertThat(run).hasContent("built first");
		assertThat(copy.command(Object.class, List.of("-Xmx16m"), "argument")).contains("-Xmx16m", run.toString())
			.doesNotContain(built.toString())
			.endsWith("argument");
	}

	@Test
	void copiedToOfClassFilesAndLibrariesChangesNothing() throws Exception {
		JarDirectory jars = new JarDirectory(this.directory.resolve("jars"));
		OwnProgram program = OwnProgram.running();
		assertThat(program.copiedTo(jars)).isEqualTo(program);
		assertThat(jars.path()).doesNotExist();
	}

	@Test
	void commandOfClassFilesNamesThemAllAbsolute() {
		List<String> command = new OwnProgram(
				List.of(this.directory.resolve("classes"), this.directory.resolve("l.jar")))
			.command(Object.class, List.of());
		assertThat(command).endsWith("-cp",
				this.directory.resolve("classes") + File.pathSeparator + this.directory.resolve("l.jar"),
				"java.lang.Object");
	}

}
