package cellar.stack.part;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import cellar.stack.watchdog.ProcessRegistry;

/**
 * Runs parts: each is started as soon as what it needs is ready, and watched until it is
 * stopped. One that ends by itself is the failure of all.
 */
public final class Supervisor implements AutoCloseable {

	private static final Duration PATIENCE_WITH_STARTS = Duration.ofSeconds(20);

	private final Map<String, SupervisedPart> parts = new LinkedHashMap<>();

	private final ProcessRegistry registry;

	private final Console console;

	private final Duration grace;

	private final Duration patience;

	private final CountDownLatch closing = new CountDownLatch(1);

	private final AtomicBoolean closed = new AtomicBoolean();

	private final CompletableFuture<PartFailedException> failure = new CompletableFuture<>();

	private final CountDownLatch starts;

	/**
	 * Creates a supervisor.
	 * @param parts the parts, each after those it needs
	 * @param registry knows what to end when this process cannot
	 * @param console where people are told
	 * @param grace how long each part may take to end
	 * @param clock the time that a start takes
	 */
	public Supervisor(List<Part> parts, ProcessRegistry registry, Console console, Duration grace, Clock clock) {
		this(parts, registry, console, grace, clock, PATIENCE_WITH_STARTS);
	}

	Supervisor(List<Part> parts, ProcessRegistry registry, Console console, Duration grace, Clock clock,
			Duration patience) {
		this.registry = registry;
		this.console = console;
		this.grace = grace;
		this.patience = patience;
		this.starts = new CountDownLatch(parts.size());
		parts.forEach((part) -> this.parts.put(part.name(),
				new SupervisedPart(part, registry, console, this.closing, clock, this.failure::complete)));
	}

	/**
	 * Begins to start all parts and does not wait for them.
	 */
	public void start() {
		this.registry.failure()
			.thenAccept((message) -> this.failure.complete(new PartFailedException("watchdog", "watchdog " + message)));
		// Taken before anything runs: a kill gives the part a new future, which only a
		// restart completes.
		Map<SupervisedPart, List<CompletableFuture<Void>>> needs = new LinkedHashMap<>();
		this.parts.values().forEach((supervised) -> needs.put(supervised, readyNeeds(supervised)));
		needs.forEach((supervised, ready) -> Thread.ofVirtual().name(supervised.name()).start(() -> {
			try {
				start(supervised, ready);
			}
			finally {
				this.starts.countDown();
			}
		}));
	}

	private List<CompletableFuture<Void>> readyNeeds(SupervisedPart supervised) {
		return supervised.needs().stream().map(this::ready).toList();
	}

	private void start(SupervisedPart supervised, List<CompletableFuture<Void>> needs) {
		try {
			needs.forEach(CompletableFuture::join);
		}
		catch (RuntimeException ex) {
			// Told already by the one that failed.
			supervised.ready().completeExceptionally(ex);
			return;
		}
		supervised.start();
	}

	/**
	 * Returns when a part is ready for work.
	 * @param name the part
	 * @return completed when it is, or exceptionally when it failed
	 */
	public CompletableFuture<Void> ready(String name) {
		return part(name).ready();
	}

	/**
	 * Returns the first failure of any part.
	 * @return completed when a part could not start or ended by itself
	 */
	public CompletableFuture<PartFailedException> failure() {
		return this.failure;
	}

	/**
	 * Returns the process of a part.
	 * @param name the part
	 * @return a handle on it
	 */
	public ProcessHandle process(String name) {
		return part(name).process();
	}

	/**
	 * Kills a part, as a power cut would; that is no failure. A dead process that nobody
	 * takes away, as in a container without an init, is not waited for.
	 * @param name the part
	 */
	public void kill(String name) {
		part(name).kill(this.grace);
	}

	/**
	 * Starts a part again, after stopping it if it runs, and waits until it is ready.
	 * @param name the part
	 */
	public void restart(String name) {
		SupervisedPart supervised = part(name);
		supervised.stop(this.grace);
		supervised.start();
		supervised.ready().join();
	}

	private SupervisedPart part(String name) {
		SupervisedPart supervised = this.parts.get(name);
		if (supervised == null) {
			throw new IllegalArgumentException("No part '%s'; there are %s".formatted(name, this.parts.keySet()));
		}
		return supervised;
	}

	/**
	 * Stops all parts, the last first, and waits until they are gone.
	 */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		this.closing.countDown();
		this.parts.values().forEach(SupervisedPart::expectEnd);
		try {
			if (!this.starts.await(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.console.tell("stack", "some part hangs in its start and is left to the watchdog");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		List.copyOf(this.parts.values()).reversed().forEach(this::stop);
	}

	// Whatever one does, the others are stopped.
	private void stop(SupervisedPart supervised) {
		try {
			supervised.stop(this.grace);
		}
		catch (RuntimeException ex) {
			this.console.tell(supervised.name(), "did not stop in order: " + ex.getMessage());
		}
	}

}
