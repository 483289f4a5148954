package cellar.stack.guard;

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
import cellar.stack.process.Ending;
import cellar.stack.process.JavaProgram;

/**
 * The launcher's side of the guardian. It tells the guardian and writes down which
 * processes there are, before any of them does anything.
 */
public final class Guard implements AutoCloseable {

	// It holds a list of a few lines and waits.
	private static final List<String> SMALL = List.of("-Xms4m", "-Xmx16m", "-Xss256k", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=8m", "-XX:-UsePerfData");

	// Somebody may kill it by mistake; one that cannot run at all is no protection.
	private static final int REPLACEMENTS = 3;

	private final RunDirectory run;

	private final Path log;

	private final Duration grace;

	private final Map<String, Ward> wards = new LinkedHashMap<>();

	private final CompletableFuture<String> failure = new CompletableFuture<>();

	private @Nullable Process guardian;

	private int replaced;

	private boolean closed;

	/**
	 * Creates a guard; the guardian starts with the first process.
	 * @param run where the processes are written down
	 * @param log the guardian's output
	 * @param grace how long each process may take to end
	 */
	public Guard(RunDirectory run, Path log, Duration grace) {
		this.run = run;
		this.log = log;
		this.grace = grace;
	}

	/**
	 * Takes a process under guard, in place of the one that had its name.
	 * @param ward the process
	 * @throws IllegalStateException if the guard is closed, for nobody would end it then
	 */
	public synchronized void add(Ward ward) {
		if (this.closed) {
			throw new IllegalStateException("'%s' cannot be put under guard any more".formatted(ward.name()));
		}
		if (this.wards.replace(ward.name(), ward) == null) {
			this.wards.put(ward.name(), ward);
		}
		try {
			tell();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'%s' cannot be put under guard; see %s".formatted(ward.name(), this.log),
					ex);
		}
	}

	/**
	 * Lets go of a process that has ended.
	 * @param name which part it was
	 */
	public synchronized void remove(String name) {
		if (this.wards.remove(name) != null) {
			tellIfPossible();
		}
	}

	/**
	 * Returns the guardian's process.
	 * @return the process, or null before the first one is under guard
	 */
	public synchronized @Nullable ProcessHandle process() {
		return (this.guardian != null) ? this.guardian.toHandle() : null;
	}

	/**
	 * Completes when the guardian cannot be kept alive.
	 * @return completed with what to tell people
	 */
	public CompletableFuture<String> failure() {
		return this.failure;
	}

	private void tell() throws IOException {
		List<Ward> list = List.copyOf(this.wards.values());
		Process current = this.guardian;
		if (current == null) {
			current = startGuardian();
			this.guardian = current;
		}
		write(current, list);
		this.run.recordGuardian(current.toHandle());
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

	private static void write(Process guardian, List<Ward> list) {
		Writer pipe = guardian.outputWriter(StandardCharsets.UTF_8);
		try {
			for (Ward ward : list) {
				pipe.write(ward.line() + "\n");
			}
			pipe.write(Guardian.END_OF_LIST + "\n");
			pipe.flush();
		}
		catch (IOException ex) {
			// It has just ended; the one after it is told everything.
		}
	}

	private synchronized void ended(Process which) {
		if (this.closed || this.guardian != which) {
			return;
		}
		this.guardian = null;
		if (this.replaced++ == REPLACEMENTS) {
			this.failure.complete("ended again and again; its log is " + this.log);
			return;
		}
		tellIfPossible();
		if (this.guardian == null) {
			this.failure.complete("ended and cannot be started again; its log is " + this.log);
		}
	}

	private Process startGuardian() throws IOException {
		List<String> line = JavaProgram.own(Guardian.class, SMALL, Long.toString(this.grace.toMillis()));
		Process started = new Command(line, Map.of(), this.run.directory(), this.log).start();
		started.onExit().thenAccept(this::ended);
		return started;
	}

	/**
	 * Ends the guardian after everything else has ended.
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
		Ending.await(last.toHandle(), this.grace.multipliedBy(this.wards.size() + 1L));
	}

	private synchronized @Nullable Process release() {
		this.closed = true;
		return this.guardian;
	}

}
