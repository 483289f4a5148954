package cellar.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.starter.FakeCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the program as a process, with a catalog that only seems to be one.
 */
class StarterProgramIntegrationTests {

	@TempDir
	Path directory;

	private FakeCatalog catalog;

	@BeforeEach
	void startCatalog() throws Exception {
		this.catalog = new FakeCatalog(0, "right-token", null);
	}

	@AfterEach
	void stopCatalog() {
		this.catalog.close();
	}

	@Test
	void mainPublishesTheStarterCatalogAndEnds() throws Exception {
		Files.writeString(this.directory.resolve("token"), "right-token\n");
		Ended ended = run(settings(this.directory.resolve("token")));
		assertThat(ended.output()).contains("published  serial 1");
		assertThat(ended.status()).isZero();
		assertThat(this.directory.resolve("data/finished")).exists();
	}

	@Test
	void mainWhenTokenIsRefusedTellsItAndFails() throws Exception {
		Files.writeString(this.directory.resolve("token"), "wrong-token");
		Ended ended = run(settings(this.directory.resolve("token")));
		assertThat(ended.output()).contains("401").doesNotContain("wrong-token", "\tat ");
		assertThat(ended.status()).isOne();
	}

	@Test
	void mainWhenTokenCannotBeReadTellsItAndFails() throws Exception {
		Ended ended = run(settings(this.directory.resolve("none")));
		assertThat(ended.output()).contains("The token cannot be read from '" + this.directory.resolve("none") + "'");
		assertThat(ended.status()).isOne();
	}

	@Test
	void mainWhenSettingIsMissingNamesItAndFails() throws Exception {
		List<String> settings = settings(this.directory.resolve("token"));
		Ended ended = run(settings.subList(1, settings.size()));
		assertThat(ended.output()).contains("'cellar.starter.catalog-url' must be given").doesNotContain("\tat ");
		assertThat(ended.status()).isOne();
	}

	private List<String> settings(Path token) {
		return List.of("-Dcellar.starter.catalog-url=" + this.catalog.url(), "-Dcellar.starter.token-file=" + token,
				"-Dcellar.starter.data-directory=" + this.directory.resolve("data"),
				"-Djava.io.tmpdir=" + this.directory);
	}

	private Ended run(List<String> settings) throws IOException, InterruptedException {
		Path output = this.directory.resolve("output");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(settings);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), StarterProgram.class.getName()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			return new Ended(process.waitFor(), Files.readString(output));
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * What came of a run.
	 *
	 * @param status the exit status
	 * @param output what was said
	 */
	private record Ended(int status, String output) {

	}

}
