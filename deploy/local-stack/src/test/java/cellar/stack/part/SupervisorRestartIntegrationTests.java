package cellar.stack.part;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills and restarts of parts that are small real programs.
 */
class SupervisorRestartIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

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
	void killIsNoFailureAndRestartBringsThePartBack() {
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("service"))) {
			supervisor.start();
			supervisor.ready("service").join();
			ProcessHandle before = supervisor.process("service");
			supervisor.kill("service");
			assertThat(before.isAlive()).isFalse();
			supervisor.restart("service");
			ProcessHandle after = supervisor.process("service");
			assertThat(after.pid()).isNotEqualTo(before.pid());
			assertThat(supervisor.failure()).isNotDone();
			after.destroyForcibly();
			assertThat(supervisor.failure().join()).hasMessageContaining("service ended by itself");
		}
	}

	@Test
	void killWhenPartIsStartingReleasesThoseWhoWaitForIt() {
		CountDownLatch seen = new CountDownLatch(1);
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("slow", () -> loadingUntil(seen)),
				this.bench.sleeping("service", "slow"))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			supervisor.kill("slow");
			assertThat(supervisor.ready("service")).failsWithin(SupervisorBench.GRACE)
				.withThrowableOfType(CancellationException.class);
			seen.countDown();
		}
	}

	@Test
	void killWhenPartIsStartingReleasesThoseWhoWaitForAnotherFirst() {
		CountDownLatch first = new CountDownLatch(1);
		CountDownLatch seen = new CountDownLatch(1);
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("first", () -> loadingUntil(first)),
				this.bench.sleeping("slow", () -> loadingUntil(seen)),
				this.bench.sleeping("service", "first", "slow"))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			supervisor.kill("slow");
			first.countDown();
			assertThat(supervisor.ready("service")).failsWithin(SupervisorBench.GRACE)
				.withThrowableOfType(CancellationException.class);
			seen.countDown();
		}
	}

	@Test
	void killWhenNobodyTakesTheDeadProcessAwayReturns() throws Exception {
		// The second sleep never asks after its child, which stays as a zombie.
		Process parent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 300").start();
		try (BufferedReader out = parent.inputReader();
				Supervisor supervisor = new Supervisor(
						List.of(AdaptedPart.of(this.bench.sleeping("database"), Long.parseLong(out.readLine()))),
						this.bench.registry(), this.bench.console(), Duration.ofMillis(100), Clock.systemUTC())) {
			supervisor.start();
			supervisor.ready("database").join();
			assertThat(CompletableFuture.runAsync(() -> supervisor.kill("database"))).succeedsWithin(PATIENCE);
		}
		finally {
			parent.destroyForcibly();
		}
	}

	@Test
	void killLetsGoOfWhatIsHeldForThePart() {
		CountDownLatch held = new CountDownLatch(1);
		try (Supervisor supervisor = this.bench
			.supervisor(AdaptedPart.closing(this.bench.sleeping("database"), held::countDown))) {
			supervisor.start();
			supervisor.ready("database").join();
			supervisor.kill("database");
			assertThat(held.getCount()).isZero();
		}
	}

	@Test
	void restartAfterKillDuringStartIsNotEndedByTheFirstStart() {
		CountDownLatch killed = new CountDownLatch(1);
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("slow", () -> loadingUntil(killed)))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			supervisor.kill("slow");
			killed.countDown();
			await().during(Duration.ofMillis(300)).until(() -> !supervisor.ready("slow").isDone());
			supervisor.restart("slow");
			assertThat(supervisor.process("slow").isAlive()).isTrue();
		}
	}

	@Test
	void restartWhenPartRunsStopsItFirst() {
		try (Supervisor supervisor = this.bench.supervisor(this.bench.sleeping("service"))) {
			supervisor.start();
			supervisor.ready("service").join();
			ProcessHandle before = supervisor.process("service");
			supervisor.restart("service");
			assertThat(before.isAlive()).isFalse();
			assertThat(supervisor.failure()).isNotDone();
		}
	}

	private static Optional<String> loadingUntil(CountDownLatch latch) {
		if (latch.getCount() == 0) {
			return Optional.empty();
		}
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Optional.of("still loading");
	}

}
