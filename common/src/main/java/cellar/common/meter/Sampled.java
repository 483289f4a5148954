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
 * Something that takes a query to find out, for gauges, of which many show a part of it.
 * It is looked up at most every few seconds. Whoever reads them waits a second at most:
 * metrics are needed most while the database does not answer.
 *
 * @param <T> what is found out
 */
public final class Sampled<T> {

	private static final Logger logger = LoggerFactory.getLogger(Sampled.class);

	private static final Duration FRESH_FOR = Duration.ofSeconds(5);

	private static final Duration USABLE_FOR = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final AtomicBoolean looking = new AtomicBoolean();

	private final Supplier<T> source;

	private final InstantSource clock;

	private volatile @Nullable Sample<T> last;

	public Sampled(Supplier<T> source, InstantSource clock) {
		this.source = source;
		this.clock = clock;
	}

	/**
	 * Returns a part of it.
	 * @param view what to show
	 * @return the value, or NaN if nothing is known from the last minute
	 */
	public double value(ToDoubleFunction<T> view) {
		if (!isYoungerThan(FRESH_FOR) && this.looking.compareAndSet(false, true)) {
			look();
		}
		Sample<T> known = this.last;
		return (known != null && isYoungerThan(USABLE_FOR)) ? view.applyAsDouble(known.value()) : Double.NaN;
	}

	private boolean isYoungerThan(Duration age) {
		Sample<T> known = this.last;
		return known != null && this.clock.instant().isBefore(known.takenAt().plus(age));
	}

	private void look() {
		Thread looker = Thread.ofVirtual().name("metrics").start(this::take);
		try {
			looker.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void take() {
		try {
			Instant now = this.clock.instant();
			this.last = new Sample<>(this.source.get(), now);
		}
		catch (RuntimeException ex) {
			logger.atWarn().addKeyValue("cause", ex.toString()).log("Metrics cannot be looked up");
		}
		finally {
			this.looking.set(false);
		}
	}

	/**
	 * What was found out, and when.
	 */
	private record Sample<T>(T value, Instant takenAt) {

	}

}
