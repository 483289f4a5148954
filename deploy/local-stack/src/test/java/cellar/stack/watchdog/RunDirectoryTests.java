package cellar.stack.watchdog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.process.ProcessIdentity;
import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class RunDirectoryTests {

	private static final Duration GRACE = Duration.ofSeconds(5);

	@TempDir
	Path directory;

	@Test
	void openWhenHeldIsRefusedAndNamesTheHolder() throws Exception {
		try (RunDirectory first = RunDirectory.open(run())) {
			assertThat(first).isNotNull();
			assertThatExceptionOfType(DirectoryInUseException.class).isThrownBy(() -> RunDirectory.open(run()))
				.withMessageContaining("(process " + ProcessHandle.current().pid() + ")")
				.withMessageContaining("'" + this.directory + "'");
		}
	}

	@Test
	void openWhenLetGoSucceeds() throws Exception {
		RunDirectory.open(run()).close();
		RunDirectory.open(run()).close();
	}

	@Test
	void openWhenHolderCannotBeWrittenLetsGo() throws Exception {
		Files.createDirectories(run().resolve("launcher.pid"));
		assertThatIOException().isThrownBy(() -> RunDirectory.open(run()));
		Files.delete(run().resolve("launcher.pid"));
		RunDirectory.open(run()).close();
	}

	@Test
	void endLeftoversEndsTheLastFirstAndOnlyOnce() throws Exception {
		Process first = sleep();
		Process second = sleep();
		List<String> report = new ArrayList<>();
		try (RunDirectory run = RunDirectory.open(run())) {
			run.record(List.of(byPid("first", first), byPid("second", second)));
			run.endLeftovers(GRACE, report::add);
			run.endLeftovers(GRACE, report::add);
		}
		assertThat(report).hasSize(2);
		assertThat(report.getFirst()).startsWith("second (process " + second.pid() + ") stopped");
		assertThat(report.getLast()).startsWith("first (process " + first.pid() + ") stopped");
		assertThat(first.isAlive() || second.isAlive()).isFalse();
	}

	@Test
	void endLeftoversSparesAProcessThatGotTheNumberLater() throws Exception {
		Process other = sleep();
		ProcessIdentity identity = ProcessIdentity.of(other.toHandle());
		List<String> report = new ArrayList<>();
		try (RunDirectory run = RunDirectory.open(run())) {
			run.record(List.of(new RegisteredProcess.ByPid("part", StopSignal.TERM,
					new ProcessIdentity(identity.pid(), identity.started().minusSeconds(30)))));
			run.endLeftovers(GRACE, report::add);
			assertThat(report).isEmpty();
			assertThat(other.isAlive()).isTrue();
		}
		finally {
			other.destroyForcibly();
		}
	}

	@Test
	void endLeftoversWhenRecordIsCutOffTakesWhatCanBeRead() throws Exception {
		Process part = sleep();
		List<String> report = new ArrayList<>();
		try (RunDirectory run = RunDirectory.open(run())) {
			Files.writeString(run().resolve("processes"), byPid("part", part).line() + "\nprocess oth");
			run.endLeftovers(GRACE, report::add);
		}
		assertThat(report).hasSize(1);
		assertThat(part.isAlive()).isFalse();
	}

	@Test
	void endLeftoversWaitsForTheWatchdogOfTheRunBefore() throws Exception {
		Process watchdog = new ProcessBuilder("sleep", "0.5").start();
		try (RunDirectory run = RunDirectory.open(run())) {
			run.recordWatchdog(watchdog.toHandle());
			run.record(List.of());
			run.endLeftovers(GRACE, (line) -> {
			});
		}
		assertThat(watchdog.isAlive()).isFalse();
		assertThat(watchdog.exitValue()).isZero();
	}

	private Path run() {
		return this.directory.resolve("run");
	}

	private static RegisteredProcess byPid(String name, Process process) {
		return new RegisteredProcess.ByPid(name, StopSignal.TERM, ProcessIdentity.of(process.toHandle()));
	}

	private static Process sleep() throws Exception {
		return new ProcessBuilder("sleep", "60").start();
	}

}
