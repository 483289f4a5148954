package cellar.stack.watchdog;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.parts.Directories;
import cellar.stack.process.OwnProgram;
import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class ProcessRegistryIntegrationTests {

	private static final Duration GRACE = Duration.ofSeconds(5);

	@TempDir
	Path directory;

	private RunDirectory run;

	private ProcessRegistry registry;

	@BeforeEach
	void open() throws Exception {
		this.run = RunDirectory.open(this.directory.resolve("run"));
		this.registry = new ProcessRegistry(this.run, this.directory.resolve("watchdog.log"), GRACE,
				OwnProgram.running());
	}

	@AfterEach
	void close() throws Exception {
		this.registry.close();
		this.run.close();
	}

	@Test
	void addWhenClosedIsRefused() {
		this.registry.close();
		assertThatIllegalStateException().isThrownBy(() -> this.registry.add(process()))
			.withMessageContaining("'part'");
	}

	@Test
	void addWhenItCannotBeWrittenDownLeavesTheListAsItWas() throws Exception {
		RegisteredProcess before = process();
		this.registry.add(before);
		Path obstacle = Files.createDirectory(this.directory.resolve("run/processes.new"));
		Path inside = Files.createFile(obstacle.resolve("file"));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.registry.add(process("other")))
			.withMessageContaining("'other'");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.registry.add(new RegisteredProcess.ByPidFile("part", StopSignal.INT, obstacle)));
		Files.delete(inside);
		RegisteredProcess third = process("third");
		this.registry.add(third);
		assertThat(this.directory.resolve("run/processes")).hasContent(before.line() + "\n" + third.line() + "\n");
	}

	@Test
	void failureWhenAnotherWatchdogCannotBeStartedTellsIt() {
		this.registry.add(process());
		Directories.delete(this.directory.resolve("run"));
		Objects.requireNonNull(this.registry.watchdog()).destroyForcibly();
		assertThat(this.registry.failure()).succeedsWithin(GRACE).asString().contains("cannot be started again");
	}

	@Test
	void removeWhenWatchdogWasGivenUpStartsNone() {
		this.registry.add(process());
		killWatchdogsUntilGivenUp();
		this.registry.remove("part");
		assertThat(this.registry.watchdog()).isNull();
		assertThat(this.directory.resolve("run/processes")).isEmptyFile();
	}

	@Test
	void addWhenWatchdogWasGivenUpIsRefused() {
		this.registry.add(process());
		killWatchdogsUntilGivenUp();
		assertThatIllegalStateException().isThrownBy(() -> this.registry.add(process()))
			.withMessageContaining("'part'");
		assertThat(this.registry.watchdog()).isNull();
	}

	private void killWatchdogsUntilGivenUp() {
		await().until(() -> {
			ProcessHandle watchdog = this.registry.watchdog();
			if (watchdog != null) {
				watchdog.destroyForcibly();
			}
			return this.registry.failure().isDone();
		});
	}

	private RegisteredProcess process() {
		return process("part");
	}

	private RegisteredProcess process(String name) {
		return new RegisteredProcess.ByPidFile(name, StopSignal.TERM, this.directory.resolve(name + ".pid"));
	}

}
