package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a call is repeated: any time up to a bound that doubles with
 * each failure, so that those who failed together do not come back together.
 */
class Backoff {

	private static final long FIRST_BOUND = 500;

	private static final long LAST_BOUND = 30_000;

	private static final long MIN_DELAY = 50;

	private static final int MAX_DOUBLINGS = 10;

	private final RandomGenerator random;

	Backoff(RandomGenerator random) {
		this.random = random;
	}

	Duration delay(int failures) {
		int doublings = Math.clamp(failures - 1L, 0, MAX_DOUBLINGS);
		long bound = Math.min(LAST_BOUND, FIRST_BOUND << doublings);
		return Duration.ofMillis(this.random.nextLong(MIN_DELAY, bound + 1));
	}

}
