package cellar.provisioning.launch.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that a cloud gets to show what it made in answer to a request whose reply was
 * lost. One empty answer does not prove that there is nothing: the cloud is asked twice,
 * and not before it had that time.
 */
public final class DoubtGrace {

	private static final int ENOUGH_EMPTY_LOOKUPS = 2;

	private final Duration duration;

	private final Clock clock;

	public DoubtGrace(Duration duration, Clock clock) {
		this.duration = duration;
		this.clock = clock;
	}

	/**
	 * Whether a cloud may not show yet what was asked for at a time.
	 * @param since the time
	 * @return whether the grace is not over
	 */
	public boolean lasts(Instant since) {
		return this.clock.instant().isBefore(since.plus(this.duration));
	}

	/**
	 * Whether an empty answer that came after the grace proves that there is nothing.
	 * @param before how many empty answers came after the grace before it
	 * @return whether it does
	 */
	public boolean isProof(int before) {
		return before + 1 >= ENOUGH_EMPTY_LOOKUPS;
	}

}
