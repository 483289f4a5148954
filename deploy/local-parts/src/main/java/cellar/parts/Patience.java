package cellar.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How long somebody waits for what others do, and how often they look.
 *
 * @param clock the time
 * @param limit how long they wait
 * @param pause how long they pause between two looks
 */
public record Patience(Clock clock, Duration limit, Duration pause) {

	/**
	 * Looks once, and again until it is enough, the time is over or the thread is
	 * interrupted.
	 * @param look what is seen
	 * @param enough whether to wait no longer
	 * @param <T> the kind of what is seen
	 * @return what was seen last, enough or not
	 */
	public <T> T lookUntil(Supplier<T> look, Predicate<T> enough) {
		Instant deadline = this.clock.instant().plus(this.limit);
		T seen = look.get();
		while (!enough.test(seen) && this.clock.instant().isBefore(deadline)) {
			LockSupport.parkNanos(this.pause.toNanos());
			// First, as it may tell of the interrupt itself.
			seen = look.get();
			if (Thread.currentThread().isInterrupted()) {
				return seen;
			}
		}
		return seen;
	}

}
