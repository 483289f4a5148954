package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * How old answers are that were received a while ago (RFC 9111, 4.2.3).
 */
public final class Age {

	/** How far clocks are set back while they run. */
	private static final Duration SLIP = Duration.ofMinutes(1);

	/** The most that an age can say (RFC 9111, 1.2.2). */
	private static final Duration UNKNOWN = Duration.ofSeconds(1L << 31);

	private Age() {
	}

	/**
	 * Returns how old an answer is.
	 * @param receivedAt when it came
	 * @param initialAge how old it was then
	 * @param now the time
	 * @return its age; a clock that was set back makes nothing younger than it came, and
	 * what comes from clearly after now older than anything may be
	 */
	public static Duration of(Instant receivedAt, Duration initialAge, Instant now) {
		Duration resident = Duration.between(receivedAt, now);
		if (resident.compareTo(SLIP.negated()) < 0) {
			return UNKNOWN;
		}
		return resident.isNegative() ? initialAge : initialAge.plus(resident);
	}

}
