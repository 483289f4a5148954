package cellar.catalog.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import cellar.catalog.source.SourceException;

/**
 * Ends transfers that are too slow: a server that sends a byte now and then is never
 * silent, and would keep its lane for ever. Only the time counts that is spent waiting
 * for the server, not that of our own store.
 */
class RateFloor {

	private static final Duration WINDOW = Duration.ofSeconds(30);

	private final long bytesPerSecond;

	private final Clock clock;

	private Instant asked;

	private Duration waited = Duration.ZERO;

	private long bytesBefore;

	RateFloor(long bytesPerSecond, long bytesBefore, Clock clock) {
		this.bytesPerSecond = bytesPerSecond;
		this.bytesBefore = bytesBefore;
		this.clock = clock;
		this.asked = clock.instant();
	}

	void ask() {
		this.asked = this.clock.instant();
	}

	void check(long bytes) {
		Duration wait = Duration.between(this.asked, this.clock.instant());
		this.asked = this.asked.plus(wait);
		this.waited = wait.isNegative() ? this.waited : this.waited.plus(wait);
		if (this.waited.compareTo(WINDOW) < 0) {
			return;
		}
		if (bytes - this.bytesBefore < this.bytesPerSecond * this.waited.toSeconds()) {
			throw SourceException.passing("Fewer than %d bytes a second arrived".formatted(this.bytesPerSecond));
		}
		this.waited = Duration.ZERO;
		this.bytesBefore = bytes;
	}

}
