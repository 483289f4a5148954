package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a call is repeated: any time up to a bound that doubles with
 * each failure, so that those who failed together do not come back together.
 */
class Backoff {

	private static final Duration MIN_DELAY = Duration.ofMillis(50);

	private static final Duration FIRST_BOUND = Duration.ofMillis(500);

	private static final Duration MAX_BOUND = Duration.ofSeconds(30);

	private static final int MAX_DOUBLINGS = 10;

	private final RandomGenerator random;

	Backoff(RandomGenerator random) {
		this.random = random;
	}

	Duration delay(int failures) {
		int doublings = Math.clamp(failures - 1L, 0, MAX_DOUBLINGS);
		Duration doubled = FIRST_BOUND.multipliedBy(1L << doublings);
		Duration bound = (doubled.compareTo(MAX_BOUND) < 0) ? doubled : MAX_BOUND;
		return Duration.ofMillis(this.random.nextLong(MIN_DELAY.toMillis(), bound.toMillis() + 1));
	}

}
