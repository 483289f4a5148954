package cellar.stack.watchdog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import cellar.stack.process.OwnProgram;

/**
 * The processes that this launcher started. The watchdog is told of them, and they are
 * written down, before any of them does anything.
 */
public final class ProcessRegistry implements AutoCloseable {

	private final WatchdogProcess watchdog;

	private final Path log;

	private Map<String, RegisteredProcess> processes = Map.of();

	/**
	 * Creates a registry; the watchdog starts with the first process.
	 * @param run where the processes are written down
	 * @param log the watchdog's output
	 * @param grace how long each process may take to end
	 * @param program what the watchdog is run from
	 */
	public ProcessRegistry(RunDirectory run, Path log, Duration grace, OwnProgram program) {
		this.watchdog = new WatchdogProcess(run, log, grace, program);
		this.log = log;
	}

	/**
	 * Registers a process in place of the one that had its name. One that is refused
	 * leaves the list as it was.
	 * @param process the process
	 * @throws IllegalStateException if the registry is closed or has no watchdog any
	 * more, for nobody would end it then
	 */
	public synchronized void add(RegisteredProcess process) {
		Map<String, RegisteredProcess> more = new LinkedHashMap<>(this.processes);
		more.put(process.name(), process);
		try {
			if (!this.watchdog.watch(List.copyOf(more.values()))) {
				throw new IllegalStateException("'%s' cannot be registered any more".formatted(process.name()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'%s' cannot be registered; see %s".formatted(process.name(), this.log), ex);
		}
		this.processes = more;
	}

	/**
	 * Lets go of a process that has ended.
	 * @param name which part it was
	 */
	public synchronized void remove(String name) {
		if (this.processes.containsKey(name)) {
			Map<String, RegisteredProcess> fewer = new LinkedHashMap<>(this.processes);
			fewer.remove(name);
			this.processes = fewer;
			this.watchdog.forgetOthers(List.copyOf(fewer.values()));
		}
	}

	/**
	 * Returns the watchdog's process.
	 * @return the process, or null before the first one is registered
	 */
	public @Nullable ProcessHandle watchdog() {
		return this.watchdog.handle();
	}

	/**
	 * Completes when the watchdog cannot be kept alive.
	 * @return completed with what to tell people
	 */
	public CompletableFuture<String> failure() {
		return this.watchdog.failure();
	}

	/**
	 * Ends the watchdog after everything else has ended.
	 */
	@Override
	public void close() {
		this.watchdog.close();
	}

}
