package cellar.catalog.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Notes how far a file has come, not more often than readers look, and learns whether it
 * is still wanted.
 */
class Arrival {

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private final Download.Key id;

	private final DownloadProgress progress;

	private final BooleanSupplier stopping;

	private final Clock clock;

	private @Nullable Instant noted;

	Arrival(Download.Key id, DownloadProgress progress, BooleanSupplier stopping, Clock clock) {
		this.id = id;
		this.progress = progress;
		this.stopping = stopping;
		this.clock = clock;
	}

	void note(long bytes, long total) {
		if (this.stopping.getAsBoolean()) {
			throw new StoppingException();
		}
		Instant now = this.clock.instant();
		Instant before = this.noted;
		// The last byte is always told, so that nothing is kept that nobody wants.
		if (bytes < total && before != null && !now.isBefore(before) && now.isBefore(before.plus(INTERVAL))) {
			return;
		}
		this.noted = now;
		if (!this.progress.arrived(this.id, bytes, total)) {
			throw new UnwantedException();
		}
	}

	/**
	 * Ends what is too slow, too late or not wanted.
	 *
	 * @param arrival notes how far it has come
	 * @param floor knows what is too slow
	 * @param size bytes in all
	 */
	record Watch(Arrival arrival, RateFloor floor, long size) implements ResumingBody.Watch {

		@Override
		public void asks() {
			this.floor.ask();
		}

		@Override
		public void has(long bytes) {
			this.floor.check(bytes);
			this.arrival.note(bytes, this.size);
		}

	}

	/**
	 * Thrown when the service is stopping.
	 */
	static class StoppingException extends RuntimeException {

	}

	/**
	 * Thrown when nobody wants the file any more.
	 */
	static class UnwantedException extends RuntimeException {

	}

}
