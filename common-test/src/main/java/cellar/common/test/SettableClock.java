package cellar.common.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is told to go on.
 */
public class SettableClock extends Clock {

	private volatile Instant now;

	/**
	 * Creates a clock.
	 * @param start the time that it shows at first
	 */
	public SettableClock(Instant start) {
		this.now = start;
	}

	/**
	 * Lets time pass.
	 * @param time how much of it
	 */
	public void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
