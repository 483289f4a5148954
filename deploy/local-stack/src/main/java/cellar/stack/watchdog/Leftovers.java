package cellar.stack.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import cellar.stack.process.Termination;

/**
 * Ends processes that a launcher left behind, the one started last first.
 */
final class Leftovers {

	// A process that was started by the last breath of the launcher has not written its
	// number yet.
	private static final Duration PID_FILE_WITHIN = Duration.ofSeconds(3);

	private Leftovers() {
	}

	static void end(List<RegisteredProcess> processes, Duration grace, Consumer<String> report) {
		Instant deadline = Instant.now().plus(PID_FILE_WITHIN);
		for (RegisteredProcess process : processes.reversed()) {
			findUntil(process, deadline).ifPresent((handle) -> {
				boolean inOrder = Termination.end(handle, process.signal(), grace);
				report.accept("%s (process %d) %s".formatted(process.name(), handle.pid(),
						inOrder ? "stopped" : "killed, for it did not stop in " + grace.toSeconds() + " s"));
			});
		}
	}

	private static Optional<ProcessHandle> findUntil(RegisteredProcess process, Instant deadline) {
		Optional<ProcessHandle> found = process.find();
		while (found.isEmpty() && process instanceof RegisteredProcess.ByPidFile && Instant.now().isBefore(deadline)) {
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			found = process.find();
		}
		return found;
	}

}
