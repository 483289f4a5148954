package cellar.stack.part;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * A part and its life: when it became ready, and whether its end is expected.
 */
final class SupervisedPart {

	private static final Duration LOOK_EVERY = Duration.ofMillis(100);

	private static final Duration TELL_EVERY = Duration.ofSeconds(10);

	private static final Duration READY_WITHIN = Duration.ofMinutes(5);

	private static final int LAST_LINES = 20;

	private final Part part;

	private final ProcessRegistry registry;

	private final Console console;

	private final CountDownLatch closing;

	private final Consumer<PartFailedException> failure;

	private volatile CompletableFuture<Void> ready = new CompletableFuture<>();

	private volatile @Nullable Running running;

	private volatile boolean endExpected;

	SupervisedPart(Part part, ProcessRegistry registry, Console console, CountDownLatch closing,
			Consumer<PartFailedException> failure) {
		this.part = part;
		this.registry = registry;
		this.console = console;
		this.closing = closing;
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
			if (awaitReady(started)) {
				this.console.tell(name(), "ready      " + this.part.address());
				whenReady.complete(null);
			}
			else if (isClosing()) {
				whenReady.cancel(false);
			}
		}
		// An error, such as a lack of memory, must end the wait of the others too.
		catch (IOException | RuntimeException | Error ex) {
			fail(new PartFailedException(name(), describe("did not start: " + ex.getMessage()), ex), whenReady);
		}
	}

	private boolean awaitReady(Running started) {
		Instant begin = Instant.now();
		Instant told = begin;
		Optional<String> missing = this.part.readiness().missing();
		while (missing.isPresent()) {
			if (pauseUnlessClosing() || !started.handle().isAlive()) {
				return false;
			}
			Instant now = Instant.now();
			if (now.isAfter(begin.plus(READY_WITHIN))) {
				throw new PartFailedException(name(),
						missing.get() + " after " + READY_WITHIN.toSeconds() + " seconds");
			}
			if (now.isAfter(told.plus(TELL_EVERY))) {
				this.console.tell(name(), "waiting    " + missing.get());
				told = now;
			}
			missing = this.part.readiness().missing();
		}
		return true;
	}

	private boolean isClosing() {
		return this.closing.getCount() == 0;
	}

	private boolean pauseUnlessClosing() {
		try {
			return this.closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
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
