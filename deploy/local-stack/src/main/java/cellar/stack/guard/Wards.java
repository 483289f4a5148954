package cellar.stack.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import cellar.stack.process.Ending;

/**
 * Ends processes that a launcher left behind, the one started last first.
 */
final class Wards {

	// A process that was started by the last breath of the launcher has not written its
	// number yet.
	private static final Duration BIRTH = Duration.ofSeconds(3);

	private Wards() {
	}

	static void end(List<Ward> wards, Duration grace, Consumer<String> report) {
		Instant born = Instant.now().plus(BIRTH);
		for (Ward ward : wards.reversed()) {
			findUntil(ward, born).ifPresent((handle) -> {
				boolean inOrder = Ending.of(handle, ward.signal(), grace);
				report.accept("%s (process %d) %s".formatted(ward.name(), handle.pid(),
						inOrder ? "stopped" : "killed, for it did not stop in " + grace.toSeconds() + " s"));
			});
		}
	}

	private static Optional<ProcessHandle> findUntil(Ward ward, Instant deadline) {
		Optional<ProcessHandle> found = ward.find();
		while (found.isEmpty() && ward instanceof Ward.Filed && Instant.now().isBefore(deadline)) {
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			found = ward.find();
		}
		return found;
	}

}
