package cellar.common.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer of one query, shared by many gauges for a few seconds. Nobody waits for it
 * longer than a second: metrics are needed most while the database does not answer.
 *
 * @param <T> the answer
 */
public final class SharedQuery<T> {

	private static final Logger logger = LoggerFactory.getLogger(SharedQuery.class);

	private static final Duration FRESH_FOR = Duration.ofSeconds(5);

	private static final Duration USABLE_FOR = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final AtomicBoolean asking = new AtomicBoolean();

	private final Supplier<T> query;

	private final InstantSource clock;

	private volatile @Nullable Answer<T> last;

	public SharedQuery(Supplier<T> query, InstantSource clock) {
		this.query = query;
		this.clock = clock;
	}

	/**
	 * Returns a part of the answer.
	 * @param view what to show
	 * @return the value, or NaN if nothing is known from the last minute
	 */
	public double value(ToDoubleFunction<T> view) {
		if (!isYoungerThan(FRESH_FOR) && this.asking.compareAndSet(false, true)) {
			ask();
		}
		Answer<T> known = this.last;
		return (known != null && isYoungerThan(USABLE_FOR)) ? view.applyAsDouble(known.value()) : Double.NaN;
	}

	private boolean isYoungerThan(Duration age) {
		Answer<T> known = this.last;
		return known != null && this.clock.instant().isBefore(known.askedAt().plus(age));
	}

	private void ask() {
		Thread asker = Thread.ofVirtual().name("metrics").start(this::run);
		try {
			asker.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		try {
			Instant now = this.clock.instant();
			this.last = new Answer<>(this.query.get(), now);
		}
		catch (RuntimeException ex) {
			logger.atWarn().addKeyValue("cause", ex.toString()).log("Metrics cannot be looked up");
		}
		finally {
			this.asking.set(false);
		}
	}

	/**
	 * What the query found, and when it was asked.
	 */
	private record Answer<T>(T value, Instant askedAt) {

	}

}
