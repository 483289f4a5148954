package cellar.stack.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stops of parts that are small real programs.
 */
class SupervisorCloseIntegrationTests {

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
	void closeWhenPartIsStartingLeavesNothing() {
		ProcessHandle slow;
		try (Supervisor supervisor = this.bench.supervisor(
				this.bench.sleeping("slow", () -> Optional.of("still loading")),
				this.bench.sleeping("service", "slow"))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			slow = supervisor.process("slow");
		}
		assertThat(slow.isAlive()).isFalse();
		assertThat(this.bench.events()).doesNotContain("service starting");
	}

	@Test
	void closeKillsWhatDoesNotStop() {
		ProcessHandle deaf;
		try (Supervisor supervisor = new Supervisor(
				List.of(this.bench.part("deaf", "trap '' TERM; echo deaf; while :; do sleep 0.1; done",
						() -> this.bench.log("deaf").tail(1).isEmpty() ? Optional.of("not deaf yet")
								: Optional.empty())),
				this.bench.registry(), this.bench.console(), Duration.ofMillis(300), Clock.systemUTC())) {
			supervisor.start();
			supervisor.ready("deaf").join();
			deaf = supervisor.process("deaf");
		}
		assertThat(deaf.isAlive()).isFalse();
	}

	@Test
	void closeWhenStartFailedLeavesItsProcessToTheWatchdog() {
		Supervisor supervisor = this.bench
			.supervisor(new HalfStartedPart(this.directory, this.bench.log("half-started"), () -> {
				throw new IllegalStateException("gave up waiting");
			}));
		supervisor.start();
		assertThat(supervisor.failure().join()).hasMessageContaining("gave up waiting");
		ProcessHandle left = HalfStartedPart.process(this.directory).find().orElseThrow();

		supervisor.close();
		this.bench.registry().close();

		assertThat(left.isAlive()).isFalse();
	}

	@Test
	void closeWhenStartHangsLeavesItsProcessToTheWatchdog() {
		CountDownLatch released = new CountDownLatch(1);
		Supervisor supervisor = new Supervisor(
				List.of(new HalfStartedPart(this.directory, this.bench.log("half-started"), released::await)),
				this.bench.registry(), this.bench.console(), SupervisorBench.GRACE, Clock.systemUTC(),
				Duration.ofMillis(100));
		supervisor.start();
		await().until(() -> HalfStartedPart.process(this.directory).find().isPresent());
		ProcessHandle left = HalfStartedPart.process(this.directory).find().orElseThrow();

		supervisor.close();
		this.bench.registry().close();

		assertThat(left.isAlive()).isFalse();
		released.countDown();
	}

	@Test
	void closeWhenNothingCanBeWrittenDownStopsAllTheSame() throws Exception {
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("store"),
				this.bench.sleeping("service", "store"))) {
			supervisor.start();
			supervisor.ready("service").join();
			try (Stream<Path> files = Files.list(this.directory.resolve("run"))) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(this.directory.resolve("run"));
		}
		assertThat(this.bench.events()).endsWith("service stopping", "service stopped", "store stopping",
				"store stopped");
	}

	@Test
	void closeWhenOnePartRefusesStopsTheOthers() {
		ProcessHandle store;
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("store"),
				AdaptedPart.closing(this.bench.sleeping("service"), () -> {
					throw new IllegalStateException("refused");
				}))) {
			supervisor.start();
			supervisor.ready("store").join();
			supervisor.ready("service").join();
			store = supervisor.process("store");
		}
		assertThat(store.isAlive()).isFalse();
		assertThat(this.bench.told()).contains("did not stop in order: refused");
	}

}
