package cellar.stack.watchdog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import cellar.stack.process.Command;
import cellar.stack.process.OwnProgram;
import cellar.stack.process.Termination;

/**
 * The watchdog as a process that is kept alive: started with the first list that it is
 * told, and replaced when it ends by itself.
 */
final class WatchdogProcess implements AutoCloseable {

	// It holds a list of a few lines and waits.
	private static final List<String> SMALL = List.of("-Xms4m", "-Xmx16m", "-Xss256k", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=8m", "-XX:-UsePerfData");

	// Somebody may kill it by mistake; one that cannot run at all is no protection.
	private static final int REPLACEMENTS = 3;

	private final RunDirectory run;

	private final Path log;

	private final Duration grace;

	private final Start start;

	private final CompletableFuture<String> failure = new CompletableFuture<>();

	private List<RegisteredProcess> processes = List.of();

	private @Nullable Process current;

	private int replaced;

	private boolean closed;

	WatchdogProcess(RunDirectory run, Path log, Duration grace, OwnProgram program) {
		this(run, log, grace, new Command(program.command(Watchdog.class, SMALL, Long.toString(grace.toMillis())),
				Map.of(), run.directory(), log)::start);
	}

	WatchdogProcess(RunDirectory run, Path log, Duration grace, Start start) {
		this.run = run;
		this.log = log;
		this.grace = grace;
		this.start = start;
	}

	/**
	 * Tells it of processes that are to be watched from now on, and writes them down.
	 * @param list all processes
	 * @return whether they are watched; not when this is closed or was given up
	 * @throws IOException if that failed; the processes are those of before then
	 */
	synchronized boolean watch(List<RegisteredProcess> list) throws IOException {
		if (this.closed || this.failure.isDone()) {
			return false;
		}
		List<RegisteredProcess> before = this.processes;
		this.processes = List.copyOf(list);
		try {
			tell();
			return true;
		}
		catch (IOException ex) {
			this.processes = before;
			throw ex;
		}
	}

	/**
	 * Tells it, as far as that is possible, that some processes have ended. To know of a
	 * process that is gone does no harm: it is not found then.
	 * @param list those that are left
	 */
	synchronized void forgetOthers(List<RegisteredProcess> list) {
		this.processes = List.copyOf(list);
		tellIfPossible();
	}

	synchronized @Nullable ProcessHandle handle() {
		return (this.current != null) ? this.current.toHandle() : null;
	}

	CompletableFuture<String> failure() {
		return this.failure;
	}

	private void tell() throws IOException {
		Process told = this.current;
		if (told == null && !this.failure.isDone()) {
			told = start();
			this.current = told;
		}
		if (told != null) {
			WatchdogPipe.write(told, this.processes);
			this.run.recordWatchdog(told.toHandle());
		}
		// The next launcher reads it, even if no watchdog can be had.
		this.run.record(this.processes);
	}

	private void tellIfPossible() {
		try {
			tell();
		}
		catch (IOException ex) {
			// A full disk must not keep the other parts from being stopped.
		}
	}

	private Process start() throws IOException {
		Process started = this.start.start();
		// Not on this thread: one that has ended already would not be the current one
		// yet.
		started.onExit().thenAcceptAsync(this::ended);
		return started;
	}

	private synchronized void ended(Process which) {
		if (this.closed || this.current != which) {
			return;
		}
		this.current = null;
		if (this.replaced >= REPLACEMENTS) {
			this.failure.complete("ended again and again; its log is " + this.log);
			return;
		}
		this.replaced++;
		tellIfPossible();
		if (this.current == null) {
			this.failure.complete("ended and cannot be started again; its log is " + this.log);
		}
	}

	/**
	 * Lets it end what is left, and waits until it has ended itself.
	 */
	@Override
	public void close() {
		Process last = release();
		if (last == null) {
			return;
		}
		WatchdogPipe.close(last);
		Termination.await(last.toHandle(), this.grace.multipliedBy(this.processes.size() + 1L));
	}

	private synchronized @Nullable Process release() {
		this.closed = true;
		return this.current;
	}

	/** Starts a watchdog that reads from its standard input. */
	@FunctionalInterface
	interface Start {

		/**
		 * Starts one.
		 * @return its process
		 * @throws IOException if it could not be started
		 */
		Process start() throws IOException;

	}

}
