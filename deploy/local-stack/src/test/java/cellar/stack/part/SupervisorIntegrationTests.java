package cellar.stack.part;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.process.Command;
import cellar.stack.process.LogFile;
import cellar.stack.process.StopSignal;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RunDirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Parts that are small real programs.
 */
class SupervisorIntegrationTests {

	private static final String SLEEP = "exec sleep 300";

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	Path directory;

	private final ByteArrayOutputStream told = new ByteArrayOutputStream();

	private RunDirectory run;

	private ProcessRegistry registry;

	@BeforeEach
	void open() throws Exception {
		this.run = RunDirectory.open(this.directory.resolve("run"));
		this.registry = new ProcessRegistry(this.run, this.directory.resolve("watchdog.log"), GRACE);
	}

	@AfterEach
	void close() throws Exception {
		this.registry.close();
		this.run.close();
	}

	@Test
	void startFollowsNeedsAndCloseReversesTheOrder() {
		try (Supervisor supervisor = supervisor(part("store", SLEEP), part("service", SLEEP, "store"),
				part("page", SLEEP, "service"))) {
			supervisor.start();
			supervisor.ready("page").join();
		}
		assertThat(events()).containsExactly("store starting", "store ready", "service starting", "service ready",
				"page starting", "page ready", "page stopping", "page stopped", "service stopping", "service stopped",
				"store stopping", "store stopped");
	}

	@Test
	void failureWhenPartEndsTellsNameCodeAndLastLines() {
		try (Supervisor supervisor = supervisor(part("fine", SLEEP),
				part("broken", "echo first; echo second >&2; exit 3", "fine"))) {
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
	void startWhenWhatItNeedsFailsDoesNotHappen() {
		try (Supervisor supervisor = supervisor(part("broken", "exit 3", () -> Optional.of("never ready")),
				part("service", SLEEP, "broken"))) {
			supervisor.start();
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> supervisor.ready("service").join());
		}
		assertThat(events()).doesNotContain("service starting");
	}

	@Test
	void failureWhenMemoryDoesNotSufficeForAStartTellsIt() {
		HalfStartedPart part = new HalfStartedPart(this.directory, log("half-started"), () -> {
			throw new OutOfMemoryError("Java heap space");
		});
		try (Supervisor supervisor = supervisor(part)) {
			supervisor.start();
			assertThat(supervisor.failure()).succeedsWithin(GRACE)
				.asInstanceOf(InstanceOfAssertFactories.THROWABLE)
				.hasMessageContaining("half-started did not start: Java heap space");
		}
	}

	@Test
	void failureWhenProgramIsMissingTellsIt() {
		Command command = new Command(List.of("no-such-program"), Map.of(), this.directory, log("absent").path());
		try (Supervisor supervisor = supervisor(
				new ProgramPart("absent", "-", Set.of(), () -> command, log("absent"), Readiness.IMMEDIATE))) {
			supervisor.start();
			assertThat(supervisor.failure().join()).hasMessageContaining("absent ended by itself with exit code 127");
		}
	}

	@Test
	void killIsNoFailureAndRestartBringsThePartBack() {
		try (Supervisor supervisor = supervisor(part("service", SLEEP))) {
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
		try (Supervisor supervisor = supervisor(part("slow", SLEEP, () -> loadingUntil(seen)),
				part("service", SLEEP, "slow"))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			supervisor.kill("slow");
			assertThat(supervisor.ready("service")).failsWithin(GRACE).withThrowableOfType(CancellationException.class);
			seen.countDown();
		}
	}

	@Test
	void killWhenPartIsStartingReleasesThoseWhoWaitForAnotherFirst() {
		CountDownLatch first = new CountDownLatch(1);
		CountDownLatch seen = new CountDownLatch(1);
		try (Supervisor supervisor = supervisor(part("first", SLEEP, () -> loadingUntil(first)),
				part("slow", SLEEP, () -> loadingUntil(seen)), part("service", SLEEP, "first", "slow"))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			supervisor.kill("slow");
			first.countDown();
			assertThat(supervisor.ready("service")).failsWithin(GRACE).withThrowableOfType(CancellationException.class);
			seen.countDown();
		}
	}

	@Test
	void restartAfterKillDuringStartIsNotEndedByTheFirstStart() {
		CountDownLatch killed = new CountDownLatch(1);
		try (Supervisor supervisor = supervisor(part("slow", SLEEP, () -> loadingUntil(killed)))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			supervisor.kill("slow");
			killed.countDown();
			await().during(Duration.ofMillis(300)).until(() -> !supervisor.ready("slow").isDone());
			supervisor.restart("slow");
			assertThat(supervisor.process("slow").isAlive()).isTrue();
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

	@Test
	void killWhenNobodyTakesTheDeadProcessAwayReturns() throws Exception {
		// The second sleep never asks after its child, which stays as a zombie.
		Process parent = new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; exec sleep 300").start();
		try (BufferedReader out = parent.inputReader();
				Supervisor supervisor = new Supervisor(List.of(foreign(Long.parseLong(out.readLine()))), this.registry,
						console(), Duration.ofMillis(100))) {
			supervisor.start();
			supervisor.ready("database").join();
			assertThat(CompletableFuture.runAsync(() -> supervisor.kill("database"))).succeedsWithin(PATIENCE);
		}
		finally {
			parent.destroyForcibly();
		}
	}

	private Part foreign(long pid) {
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		return new Adapted(part("database", SLEEP), (running) -> Running.of(process, StopSignal.TERM, () -> {
		}));
	}

	@Test
	void startWhenNothingCanBeRegisteredLeavesNoProcess() {
		List<ProcessHandle> before = ProcessHandle.current().children().toList();
		this.registry.close();
		try (Supervisor supervisor = supervisor(part("service", SLEEP))) {
			supervisor.start();
			assertThat(supervisor.failure()).succeedsWithin(GRACE)
				.asInstanceOf(InstanceOfAssertFactories.THROWABLE)
				.hasMessageContaining("service did not start");
			await().untilAsserted(() -> assertThat(before).containsAll(ProcessHandle.current().children().toList()));
		}
	}

	@Test
	void killLetsGoOfWhatIsHeldForThePart() {
		CountDownLatch held = new CountDownLatch(1);
		try (Supervisor supervisor = supervisor(closeable(part("database", SLEEP), held::countDown))) {
			supervisor.start();
			supervisor.ready("database").join();
			supervisor.kill("database");
			assertThat(held.getCount()).isZero();
		}
	}

	@Test
	void restartWhenPartRunsStopsItFirst() {
		try (Supervisor supervisor = supervisor(part("service", SLEEP))) {
			supervisor.start();
			supervisor.ready("service").join();
			ProcessHandle before = supervisor.process("service");
			supervisor.restart("service");
			assertThat(before.isAlive()).isFalse();
			assertThat(supervisor.failure()).isNotDone();
		}
	}

	@Test
	void closeWhenPartIsStartingLeavesNothing() {
		ProcessHandle slow;
		try (Supervisor supervisor = supervisor(part("slow", SLEEP, () -> Optional.of("still loading")),
				part("service", SLEEP, "slow"))) {
			supervisor.start();
			await().ignoreExceptions().until(() -> supervisor.process("slow").isAlive());
			slow = supervisor.process("slow");
		}
		assertThat(slow.isAlive()).isFalse();
		assertThat(events()).doesNotContain("service starting");
	}

	@Test
	void closeKillsWhatDoesNotStop() {
		ProcessHandle deaf;
		try (Supervisor supervisor = new Supervisor(
				List.of(part("deaf", "trap '' TERM; echo deaf; while :; do sleep 0.1; done",
						() -> log("deaf").tail(1).isEmpty() ? Optional.of("not deaf yet") : Optional.empty())),
				this.registry, console(), Duration.ofMillis(300))) {
			supervisor.start();
			supervisor.ready("deaf").join();
			deaf = supervisor.process("deaf");
		}
		assertThat(deaf.isAlive()).isFalse();
	}

	@Test
	void closeWhenStartFailedLeavesItsProcessToTheWatchdog() {
		Supervisor supervisor = supervisor(new HalfStartedPart(this.directory, log("half-started"), () -> {
			throw new IllegalStateException("gave up waiting");
		}));
		supervisor.start();
		assertThat(supervisor.failure().join()).hasMessageContaining("gave up waiting");
		ProcessHandle left = HalfStartedPart.process(this.directory).find().orElseThrow();

		supervisor.close();
		this.registry.close();

		assertThat(left.isAlive()).isFalse();
	}

	@Test
	void closeWhenStartHangsLeavesItsProcessToTheWatchdog() {
		CountDownLatch released = new CountDownLatch(1);
		Supervisor supervisor = new Supervisor(
				List.of(new HalfStartedPart(this.directory, log("half-started"), released::await)), this.registry,
				console(), GRACE, Duration.ofMillis(100));
		supervisor.start();
		await().until(() -> HalfStartedPart.process(this.directory).find().isPresent());
		ProcessHandle left = HalfStartedPart.process(this.directory).find().orElseThrow();

		supervisor.close();
		this.registry.close();

		assertThat(left.isAlive()).isFalse();
		released.countDown();
	}

	@Test
	void closeWhenNothingCanBeWrittenDownStopsAllTheSame() throws Exception {
		try (Supervisor supervisor = supervisor(part("store", SLEEP), part("service", SLEEP, "store"))) {
			supervisor.start();
			supervisor.ready("service").join();
			try (Stream<Path> files = Files.list(this.directory.resolve("run"))) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(this.directory.resolve("run"));
		}
		assertThat(events()).endsWith("service stopping", "service stopped", "store stopping", "store stopped");
	}

	@Test
	void closeWhenOnePartRefusesStopsTheOthers() {
		ProcessHandle store;
		try (Supervisor supervisor = supervisor(part("store", SLEEP), closeable(part("service", SLEEP), () -> {
			throw new IllegalStateException("refused");
		}))) {
			supervisor.start();
			supervisor.ready("store").join();
			supervisor.ready("service").join();
			store = supervisor.process("store");
		}
		assertThat(store.isAlive()).isFalse();
		assertThat(this.told.toString(StandardCharsets.UTF_8)).contains("did not stop in order: refused");
	}

	@Test
	void startWhenWatchdogIsKilledReplacesIt() {
		try (Supervisor supervisor = supervisor(part("service", SLEEP))) {
			supervisor.start();
			supervisor.ready("service").join();
			for (int i = 0; i < 3; i++) {
				ProcessHandle watchdog = Objects.requireNonNull(this.registry.watchdog());
				watchdog.destroyForcibly();
				await().until(() -> this.registry.watchdog() != null && !watchdog.equals(this.registry.watchdog()));
			}
			assertThat(this.registry.failure()).isNotDone();
			Objects.requireNonNull(this.registry.watchdog()).destroyForcibly();
			assertThat(supervisor.failure().join()).hasMessageContaining("watchdog ended again and again");
		}
	}

	private Supervisor supervisor(Part... parts) {
		return new Supervisor(List.of(parts), this.registry, console(), GRACE);
	}

	private Console console() {
		return new Console(new PrintStream(this.told, true, StandardCharsets.UTF_8), Instant.now());
	}

	private Part part(String name, String script, String... needs) {
		return part(name, script, Readiness.IMMEDIATE, needs);
	}

	private Part part(String name, String script, Readiness readiness, String... needs) {
		Command command = new Command(List.of("sh", "-c", script), Map.of(), this.directory, log(name).path());
		return new ProgramPart(name, "-", inOrder(needs), () -> command, log(name), readiness);
	}

	private static Set<String> inOrder(String... names) {
		return new LinkedHashSet<>(List.of(names));
	}

	private LogFile log(String name) {
		return new LogFile(this.directory.resolve(name + ".log"));
	}

	private List<String> events() {
		return this.told.toString(StandardCharsets.UTF_8)
			.lines()
			.map((line) -> line.strip().split("\\s+"))
			.map((words) -> words[2] + " " + words[3])
			.toList();
	}

	private static Part closeable(Part part, Runnable close) {
		return new Adapted(part, (running) -> Running.of(running.handle(), StopSignal.TERM, close));
	}

	/**
	 * Runs in another way than the part that it stands for.
	 */
	private record Adapted(Part part, UnaryOperator<Running> way) implements Part {

		@Override
		public String name() {
			return this.part.name();
		}

		@Override
		public String address() {
			return this.part.address();
		}

		@Override
		public Set<String> needs() {
			return this.part.needs();
		}

		@Override
		public LogFile log() {
			return this.part.log();
		}

		@Override
		public Running start(ProcessRegistry registry) throws IOException {
			return this.way.apply(this.part.start(registry));
		}

		@Override
		public Readiness readiness() {
			return this.part.readiness();
		}

	}

}
