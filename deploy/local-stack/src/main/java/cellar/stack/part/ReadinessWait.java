package cellar.stack.part;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The wait until a part is ready for work, unless something ends it before.
 */
final class ReadinessWait {

	static final Duration TELL_EVERY = Duration.ofSeconds(10);

	static final Duration READY_WITHIN = Duration.ofMinutes(5);

	private final Readiness readiness;

	private final BooleanSupplier alive;

	private final BooleanSupplier pause;

	private final Clock clock;

	/**
	 * Creates a wait.
	 * @param readiness how one sees that the part is ready
	 * @param alive whether its process still runs
	 * @param pause passes the time between two looks, and tells whether to go on
	 * @param clock the time
	 */
	ReadinessWait(Readiness readiness, BooleanSupplier alive, BooleanSupplier pause, Clock clock) {
		this.readiness = readiness;
		this.alive = alive;
		this.pause = pause;
		this.clock = clock;
	}

	/**
	 * Waits.
	 * @param waiting hears now and then of what is still missing
	 * @return how it came out
	 */
	Outcome await(Consumer<String> waiting) {
		Instant begin = this.clock.instant();
		Instant told = begin;
		Optional<String> missing = this.readiness.missing();
		while (missing.isPresent()) {
			if (!this.pause.getAsBoolean()) {
				return new Outcome.GivenUp();
			}
			if (!this.alive.getAsBoolean()) {
				return new Outcome.Ended();
			}
			Instant now = this.clock.instant();
			if (now.isAfter(begin.plus(READY_WITHIN))) {
				return new Outcome.TookTooLong(missing.get());
			}
			if (now.isAfter(told.plus(TELL_EVERY))) {
				waiting.accept(missing.get());
				told = now;
			}
			missing = this.readiness.missing();
		}
		return new Outcome.Ready();
	}

	/** How a wait came out. */
	sealed interface Outcome {

		/** The part is ready. */
		record Ready() implements Outcome {
		}

		/** Nobody waits for it any more. */
		record GivenUp() implements Outcome {
		}

		/** Its process has ended. */
		record Ended() implements Outcome {
		}

		/**
		 * It is alive but not ready in time.
		 *
		 * @param missing what was missing at the end
		 */
		record TookTooLong(String missing) implements Outcome {

			@Override
			public String toString() {
				return this.missing + " after " + READY_WITHIN.toSeconds() + " seconds";
			}

		}

	}

}
