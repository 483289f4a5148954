package cellar.stack.watchdog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/**
 * Watchdogs that are small programs and write down what they are told.
 */
class WatchdogProcessIntegrationTests {

	private static final Duration GRACE = Duration.ofSeconds(5);

	@TempDir
	Path directory;

	private final Queue<WatchdogProcess.Start> starts = new ConcurrentLinkedQueue<>();

	private RunDirectory run;

	private WatchdogProcess watchdog;

	@BeforeEach
	void open() throws Exception {
		this.run = RunDirectory.open(this.directory.resolve("run"));
		this.watchdog = new WatchdogProcess(this.run, this.directory.resolve("watchdog.log"), GRACE,
				() -> this.starts.remove().start());
	}

	@AfterEach
	void close() throws Exception {
		this.watchdog.close();
		this.run.close();
	}

	@Test
	void watchTellsAndWritesDownAllProcesses() throws Exception {
		this.starts.add(listener("first"));
		assertThat(this.watchdog.watch(List.of(process("store"), process("service")))).isTrue();
		await().untilAsserted(() -> assertThat(this.directory.resolve("first")).hasContent(told("store", "service")));
		assertWrittenDown("store", "service");
	}

	@Test
	void watchWhenItHasEndedAlreadyReplacesIt() throws Exception {
		this.starts.add(EndedProcess::new);
		this.starts.add(listener("second"));
		this.watchdog.watch(List.of(process("store")));
		await().untilAsserted(() -> assertThat(this.directory.resolve("second")).hasContent(told("store")));
		assertThat(handle().isAlive()).isTrue();
		assertThat(this.watchdog.failure()).isNotDone();
	}

	@Test
	void endTellsAndWritesDownEverythingAgain() throws Exception {
		this.starts.add(listener("first"));
		this.starts.add(listener("second"));
		this.watchdog.watch(List.of(process("store"), process("service")));
		this.watchdog.forgetOthers(List.of(process("service")));
		Files.delete(this.directory.resolve("run/processes"));
		handle().destroyForcibly();
		await().untilAsserted(() -> assertThat(this.directory.resolve("second")).hasContent(told("service")));
		await().untilAsserted(() -> assertWrittenDown("service"));
	}

	@Test
	void endWhenItEndsAgainAndAgainIsAFailure() throws Exception {
		for (int i = 0; i < 4; i++) {
			this.starts.add(EndedProcess::new);
		}
		this.watchdog.watch(List.of(process("store")));
		assertThat(this.watchdog.failure()).succeedsWithin(GRACE)
			.asString()
			.contains("ended again and again", "watchdog.log");
		assertThat(this.starts).isEmpty();
		assertThat(this.watchdog.handle()).isNull();
		assertThat(this.watchdog.watch(List.of())).isFalse();
	}

	@Test
	void endWhenAnotherCannotBeStartedIsAFailure() throws Exception {
		this.starts.add(EndedProcess::new);
		this.starts.add(failing());
		this.watchdog.watch(List.of(process("store")));
		assertThat(this.watchdog.failure()).succeedsWithin(GRACE).asString().contains("cannot be started again");
	}

	@Test
	void endTellsNothingOfAProcessThatWasRefused() throws Exception {
		this.starts.add(listener("first"));
		this.starts.add(listener("second"));
		this.watchdog.watch(List.of(process("store")));
		Path obstacle = Files.createDirectory(this.directory.resolve("run/processes.new"));
		Path inside = Files.createFile(obstacle.resolve("file"));
		assertThatIOException().isThrownBy(() -> this.watchdog.watch(List.of(process("store"), process("refused"))));
		Files.delete(inside);
		handle().destroyForcibly();
		await().untilAsserted(() -> assertThat(this.directory.resolve("second")).hasContent(told("store")));
	}

	@Test
	void closeWaitsUntilItHasEnded() throws Exception {
		this.starts.add(listener("first"));
		this.watchdog.watch(List.of(process("store")));
		ProcessHandle closed = handle();
		this.watchdog.close();
		assertThat(closed.isAlive()).isFalse();
		assertThat(this.watchdog.watch(List.of())).isFalse();
	}

	private void assertWrittenDown(String... names) {
		assertThat(this.directory.resolve("run/processes")).hasContent(lines(names));
		assertThat(this.directory.resolve("run/watchdog")).content()
			.startsWith("process watchdog TERM " + handle().pid() + " ");
	}

	private ProcessHandle handle() {
		return Objects.requireNonNull(this.watchdog.handle());
	}

	private String told(String... names) {
		return lines(names) + ".\n";
	}

	private String lines(String... names) {
		return String.join("", Stream.of(names).map((name) -> process(name).line() + "\n").toList());
	}

	private static WatchdogProcess.Start failing() {
		return () -> {
			throw new IOException("No such program");
		};
	}

	private WatchdogProcess.Start listener(String file) {
		return () -> new ProcessBuilder("cat").redirectOutput(this.directory.resolve(file).toFile()).start();
	}

	private RegisteredProcess process(String name) {
		return new RegisteredProcess.ByPidFile(name, StopSignal.TERM, this.directory.resolve(name + ".pid"));
	}

}
