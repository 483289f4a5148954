package cellar.stack.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.process.Command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Starts and failures of parts that are small real programs.
 */
class SupervisorIntegrationTests {

	@TempDir
	Path directory;

	private SupervisorBench bench;

	@BeforeEach
	void open() throws Exception {
		this.bench = SupervisorBench.in(this.directory);
	}

	@AfterEach
	void close() throws Exception {
		this.bench.close();
	}

	@Test
	void startFollowsNeedsAndCloseReversesTheOrder() {
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("store"),
				this.bench.sleeping("service", "store"), this.bench.sleeping("page", "service"))) {
			supervisor.start();
			supervisor.ready("page").join();
		}
		assertThat(this.bench.events()).containsExactly("store starting", "store ready", "service starting",
				"service ready", "page starting", "page ready", "page stopping", "page stopped", "service stopping",
				"service stopped", "store stopping", "store stopped");
	}

	@Test
	void startWhenWhatItNeedsFailsDoesNotHappen() {
		try (Supervisor supervisor = this.bench.supervisor(
				this.bench.part("broken", "exit 3", () -> Optional.of("never ready")),
				this.bench.sleeping("service", "broken"))) {
			supervisor.start();
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> supervisor.ready("service").join());
		}
		assertThat(this.bench.events()).doesNotContain("service starting");
	}

	@Test
	void startWhenNothingCanBeRegisteredLeavesNoProcess() {
		List<ProcessHandle> before = ProcessHandle.current().children().toList();
		this.bench.registry().close();
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("service"))) {
			supervisor.start();
			assertThat(supervisor.failure()).succeedsWithin(SupervisorBench.GRACE)
				.asInstanceOf(InstanceOfAssertFactories.THROWABLE)
				.hasMessageContaining("service did not start");
			await().untilAsserted(() -> assertThat(before).containsAll(ProcessHandle.current().children().toList()));
		}
	}

	@Test
	void startWhenWatchdogIsKilledReplacesIt() {
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("service"))) {
			supervisor.start();
			supervisor.ready("service").join();
			for (int i = 0; i < 3; i++) {
				ProcessHandle watchdog = Objects.requireNonNull(this.bench.registry().watchdog());
				watchdog.destroyForcibly();
				await().until(() -> this.bench.registry().watchdog() != null
						&& !watchdog.equals(this.bench.registry().watchdog()));
			}
			assertThat(this.bench.registry().failure()).isNotDone();
			Objects.requireNonNull(this.bench.registry().watchdog()).destroyForcibly();
			assertThat(supervisor.failure().join()).hasMessageContaining("watchdog ended again and again");
		}
	}

	@Test
	void failureWhenPartEndsTellsNameCodeAndLastLines() {
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("fine"),
				this.bench.part("broken", "echo first; echo second >&2; exit 3", "fine"))) {
			supervisor.start();
			PartFailedException failure = supervisor.failure().join();
			assertThat(failure.part()).isEqualTo("broken");
			assertThat(failure).hasMessageContaining("broken ended by itself with exit code 3")
				.hasMessageContaining("broken.log")
				.hasMessageContaining("[broken] first")
				.hasMessageContaining("[broken] second");
		}
	}

	@Test
	void failureWhenMemoryDoesNotSufficeForAStartTellsIt() {
		HalfStartedPart part = new HalfStartedPart(this.directory, this.bench.log("half-started"), () -> {
			throw new OutOfMemoryError("Java heap space");
		});
		try (Supervisor supervisor = this.bench.supervisor(part)) {
			supervisor.start();
			assertThat(supervisor.failure()).succeedsWithin(SupervisorBench.GRACE)
				.asInstanceOf(InstanceOfAssertFactories.THROWABLE)
				.hasMessageContaining("half-started did not start: Java heap space");
		}
	}

	@Test
	void failureWhenProgramIsMissingTellsIt() {
		Command command = new Command(List.of("no-such-program"), Map.of(), this.directory,
				this.bench.log("absent").path());
		try (Supervisor supervisor = this.bench.supervisor(new ProgramPart("absent", "-", Set.of(), () -> command,
				this.bench.log("absent"), Readiness.IMMEDIATE))) {
			supervisor.start();
			assertThat(supervisor.failure().join()).hasMessageContaining("absent ended by itself with exit code 127");
		}
	}

}
