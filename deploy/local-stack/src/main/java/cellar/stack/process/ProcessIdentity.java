package cellar.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process for certain: its number alone may be given to another one later.
 *
 * @param pid the number
 * @param started when it started, to the millisecond
 */
public record ProcessIdentity(long pid, Instant started) {

	// The system counts from a boot time that moves a little whenever the clock is set.
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	/**
	 * Returns the identity of a process that is alive.
	 * @param handle the process
	 * @return its identity
	 */
	public static ProcessIdentity of(ProcessHandle handle) {
		return new ProcessIdentity(handle.pid(), handle.info()
			.startInstant()
			.orElseThrow(() -> new IllegalStateException("Process " + handle.pid() + " ended or hides its start")));
	}

	/**
	 * Returns the process, if it is still alive and still the same one.
	 * @return the process, or empty
	 */
	public Optional<ProcessHandle> find() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter((handle) -> handle.info().startInstant().filter(this::isClose).isPresent());
	}

	private boolean isClose(Instant other) {
		return Duration.between(this.started, other).abs().compareTo(TOLERANCE) <= 0;
	}

}
