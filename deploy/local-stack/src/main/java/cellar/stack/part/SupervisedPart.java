package cellar.stack.part;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cellar.stack.process.Termination;
import cellar.stack.watchdog.ProcessRegistry;

/**
 * A part and its life: whether it is ready, and whether its end is expected.
 */
final class SupervisedPart {

	private static final Duration LOOK_EVERY = Duration.ofMillis(100);

	private static final int LAST_LINES = 20;

	private final Part part;

	private final ProcessRegistry registry;

	private final Console console;

	private final CountDownLatch closing;

	private final Clock clock;

	private final Consumer<PartFailedException> failure;

	private volatile CompletableFuture<Void> ready = new CompletableFuture<>();

	private volatile @Nullable Running running;

	private volatile boolean endExpected;

	SupervisedPart(Part part, ProcessRegistry registry, Console console, CountDownLatch closing, Clock clock,
			Consumer<PartFailedException> failure) {
		this.part = part;
		this.registry = registry;
		this.console = console;
		this.closing = closing;
		this.clock = clock;
		this.failure = failure;
	}

	String name() {
		return this.part.name();
	}

	Set<String> needs() {
		return this.part.needs();
	}

	CompletableFuture<Void> ready() {
		return this.ready;
	}

	ProcessHandle process() {
		return running().handle();
	}

	private Running running() {
		Running current = this.running;
		if (current == null) {
			throw new IllegalStateException("'%s' is not running".formatted(name()));
		}
		return current;
	}

	void start() {
		// Of this start alone: who kills the part meanwhile may start it anew.
		CompletableFuture<Void> whenReady = this.ready;
		if (isClosing()) {
			whenReady.cancel(false);
			return;
		}
		this.console.tell(name(), "starting");
		try {
			Running started = this.part.start(this.registry);
			this.running = started;
			started.exit().thenAccept((exitCode) -> ended(started, exitCode, whenReady));
			switch (awaitReady(started)) {
				case ReadinessWait.Outcome.Ready() -> {
					this.console.tell(name(), "ready      " + this.part.address());
					whenReady.complete(null);
				}
				case ReadinessWait.Outcome.GivenUp() -> whenReady.cancel(false);
				case ReadinessWait.Outcome.Ended() -> {
					// Told by its exit.
				}
				case ReadinessWait.Outcome.TookTooLong tooLong ->
					fail(new PartFailedException(name(), describe("did not start: " + tooLong)), whenReady);
			}
		}
		// An error, such as a lack of memory, must end the wait of the others too.
		catch (IOException | RuntimeException | Error ex) {
			fail(new PartFailedException(name(), describe("did not start: " + ex.getMessage()), ex), whenReady);
		}
	}

	private ReadinessWait.Outcome awaitReady(Running started) {
		return new ReadinessWait(this.part.readiness(), started.handle()::isAlive, this::pauseUnlessClosing, this.clock)
			.await((missing) -> this.console.tell(name(), "waiting    " + missing));
	}

	private boolean isClosing() {
		return this.closing.getCount() == 0;
	}

	private boolean pauseUnlessClosing() {
		try {
			return !this.closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void ended(Running which, OptionalInt exitCode, CompletableFuture<Void> whenReady) {
		if (!this.endExpected && !isClosing() && this.running == which) {
			String how = exitCode.isPresent() ? " with exit code " + exitCode.getAsInt() : "";
			fail(new PartFailedException(name(), describe("ended by itself" + how)), whenReady);
		}
		else {
			whenReady.cancel(false);
		}
	}

	private void fail(PartFailedException cause, CompletableFuture<Void> whenReady) {
		this.failure.accept(cause);
		whenReady.completeExceptionally(cause);
	}

	private String describe(String what) {
		List<String> lines = this.part.log()
			.tail(LAST_LINES)
			.stream()
			.map((line) -> "[%s] %s".formatted(name(), line))
			.toList();
		return "%s %s; its log is %s%n%s".formatted(name(), what, this.part.log().path(),
				String.join(System.lineSeparator(), lines));
	}

	void expectEnd() {
		this.endExpected = true;
	}

	void kill(Duration grace) {
		Running killed = running();
		expectEnd();
		try {
			killed.handle().destroyForcibly();
			Termination.await(killed.handle(), grace);
			// Lets go of what is held on its behalf in this process, such as a file lock.
			killed.stop(grace);
		}
		finally {
			letGo(killed.handle());
			forget();
		}
	}

	void stop(Duration grace) {
		expectEnd();
		Running current = this.running;
		if (current != null) {
			this.console.tell(name(), "stopping");
			current.stop(grace);
			this.console.tell(name(), "stopped");
			letGo(current.handle());
		}
		forget();
	}

	// A start that hangs or has failed may have left a process that only the watchdog
	// and the next launcher can find, so it stays registered.
	private void letGo(ProcessHandle process) {
		if (!process.isAlive()) {
			this.registry.remove(name());
		}
	}

	private void forget() {
		this.running = null;
		this.ready.cancel(false);
		this.ready = new CompletableFuture<>();
		this.endExpected = false;
	}

}
