package cellar.stack.watchdog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import cellar.stack.process.Command;
import cellar.stack.process.JavaProgram;
import cellar.stack.process.Termination;

/**
 * The processes that this launcher started. The watchdog is told of them, and they are
 * written down, before any of them does anything.
 */
public final class ProcessRegistry implements AutoCloseable {

	// It holds a list of a few lines and waits.
	private static final List<String> SMALL = List.of("-Xms4m", "-Xmx16m", "-Xss256k", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=8m", "-XX:-UsePerfData");

	// Somebody may kill it by mistake; one that cannot run at all is no protection.
	private static final int REPLACEMENTS = 3;

	private final RunDirectory run;

	private final Path log;

	private final Duration grace;

	private final Map<String, RegisteredProcess> processes = new LinkedHashMap<>();

	private final CompletableFuture<String> failure = new CompletableFuture<>();

	private @Nullable Process watchdog;

	private int replaced;

	private boolean closed;

	/**
	 * Creates a registry; the watchdog starts with the first process.
	 * @param run where the processes are written down
	 * @param log the watchdog's output
	 * @param grace how long each process may take to end
	 */
	public ProcessRegistry(RunDirectory run, Path log, Duration grace) {
		this.run = run;
		this.log = log;
		this.grace = grace;
	}

	/**
	 * Registers a process in place of the one that had its name. One that is refused
	 * leaves the list as it was.
	 * @param process the process
	 * @throws IllegalStateException if the registry is closed or has no watchdog any
	 * more, for nobody would end it then
	 */
	public synchronized void add(RegisteredProcess process) {
		if (this.closed || this.failure.isDone()) {
			throw new IllegalStateException("'%s' cannot be registered any more".formatted(process.name()));
		}
		RegisteredProcess before = this.processes.put(process.name(), process);
		try {
			tell();
		}
		catch (IOException ex) {
			if (before != null) {
				this.processes.put(process.name(), before);
			}
			else {
				this.processes.remove(process.name());
			}
			throw new UncheckedIOException("'%s' cannot be registered; see %s".formatted(process.name(), this.log), ex);
		}
	}

	/**
	 * Lets go of a process that has ended.
	 * @param name which part it was
	 */
	public synchronized void remove(String name) {
		if (this.processes.remove(name) != null) {
			tellIfPossible();
		}
	}

	/**
	 * Returns the watchdog's process.
	 * @return the process, or null before the first one is registered
	 */
	public synchronized @Nullable ProcessHandle watchdog() {
		return (this.watchdog != null) ? this.watchdog.toHandle() : null;
	}

	/**
	 * Completes when the watchdog cannot be kept alive.
	 * @return completed with what to tell people
	 */
	public CompletableFuture<String> failure() {
		return this.failure;
	}

	private void tell() throws IOException {
		List<RegisteredProcess> list = List.copyOf(this.processes.values());
		Process current = this.watchdog;
		if (current == null && !this.failure.isDone()) {
			current = startWatchdog();
			this.watchdog = current;
		}
		if (current != null) {
			write(current, list);
			this.run.recordWatchdog(current.toHandle());
		}
		// The next launcher reads it, even if no watchdog can be had.
		this.run.record(list);
	}

	// To know of a process that is gone does no harm: it is not found then.
	private void tellIfPossible() {
		try {
			tell();
		}
		catch (IOException ex) {
			// A full disk must not keep the other parts from being stopped.
		}
	}

	private static void write(Process watchdog, List<RegisteredProcess> list) {
		Writer pipe = watchdog.outputWriter(StandardCharsets.UTF_8);
		try {
			for (RegisteredProcess process : list) {
				pipe.write(process.line() + "\n");
			}
			pipe.write(Watchdog.END_OF_LIST + "\n");
			pipe.flush();
		}
		catch (IOException ex) {
			// It has just ended; the one after it is told everything.
		}
	}

	private synchronized void ended(Process which) {
		if (this.closed || this.watchdog != which) {
			return;
		}
		this.watchdog = null;
		if (this.replaced >= REPLACEMENTS) {
			this.failure.complete("ended again and again; its log is " + this.log);
			return;
		}
		this.replaced++;
		tellIfPossible();
		if (this.watchdog == null) {
			this.failure.complete("ended and cannot be started again; its log is " + this.log);
		}
	}

	private Process startWatchdog() throws IOException {
		List<String> line = JavaProgram.own(Watchdog.class, SMALL, Long.toString(this.grace.toMillis()));
		Process started = new Command(line, Map.of(), this.run.directory(), this.log).start();
		// Not on this thread: one that has ended already would not be the watchdog yet.
		started.onExit().thenAcceptAsync(this::ended);
		return started;
	}

	/**
	 * Ends the watchdog after everything else has ended.
	 */
	@Override
	public void close() {
		Process last = release();
		if (last == null) {
			return;
		}
		try {
			last.outputWriter(StandardCharsets.UTF_8).close();
		}
		catch (IOException ex) {
			// Its pipe is closed already: it has ended.
		}
		Termination.await(last.toHandle(), this.grace.multipliedBy(this.processes.size() + 1L));
	}

	private synchronized @Nullable Process release() {
		this.closed = true;
		return this.watchdog;
	}

}
