package cellar.stack.part;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessWaitTests {

	private final PassingTime time = new PassingTime();

	private final List<String> told = new ArrayList<>();

	private int looks;

	@Test
	void awaitWhenNothingIsMissingReturnsWithoutAPause() {
		assertThat(await(Optional::empty, () -> true, this::pauseOfASecond))
			.isEqualTo(new ReadinessWait.Outcome.Ready());
		assertThat(this.time.elapsed()).isZero();
	}

	@Test
	void awaitLooksAgainUntilNothingIsMissing() {
		assertThat(await(readyAtLook(4), () -> true, this::pauseOfASecond))
			.isEqualTo(new ReadinessWait.Outcome.Ready());
		assertThat(this.time.elapsed()).isEqualTo(Duration.ofSeconds(3));
		assertThat(this.told).isEmpty();
	}

	@Test
	void awaitWhenItTakesLongTellsNowAndThenWhatIsMissing() {
		assertThat(await(readyAtLook(31), () -> true, this::pauseOfASecond))
			.isEqualTo(new ReadinessWait.Outcome.Ready());
		assertThat(this.told).containsExactly("look 11", "look 22");
	}

	@Test
	void awaitWhenNobodyWaitsAnyMoreIsGivenUpAndLooksNoMore() {
		assertThat(await(readyAtLook(2), () -> true, () -> false)).isEqualTo(new ReadinessWait.Outcome.GivenUp());
		assertThat(this.looks).isOne();
	}

	@Test
	void awaitWhenNobodyWaitsAnyMoreForADeadProcessIsGivenUp() {
		assertThat(await(readyAtLook(2), () -> false, () -> false)).isEqualTo(new ReadinessWait.Outcome.GivenUp());
	}

	@Test
	void awaitWhenProcessHasEndedTellsThatAndLooksNoMore() {
		assertThat(await(readyAtLook(3), () -> this.looks < 2, this::pauseOfASecond))
			.isEqualTo(new ReadinessWait.Outcome.Ended());
		assertThat(this.looks).isEqualTo(2);
	}

	@Test
	void awaitWhenItIsNeverReadyEndsWithWhatIsMissing() {
		ReadinessWait.Outcome outcome = await(readyAtLook(Integer.MAX_VALUE), () -> true, this::pauseOfASecond);
		assertThat(outcome).isEqualTo(new ReadinessWait.Outcome.TookTooLong("look 301"))
			.hasToString("look 301 after 300 seconds");
		assertThat(this.time.elapsed()).isEqualTo(Duration.ofSeconds(301));
	}

	private ReadinessWait.Outcome await(Readiness readiness, BooleanSupplier alive, BooleanSupplier pause) {
		return new ReadinessWait(readiness, alive, pause, this.time).await(this.told::add);
	}

	private Readiness readyAtLook(int look) {
		return () -> (++this.looks < look) ? Optional.of("look " + this.looks) : Optional.empty();
	}

	private boolean pauseOfASecond() {
		this.time.pass(Duration.ofSeconds(1));
		return true;
	}

	/**
	 * A clock that goes on when it is told to.
	 */
	private static final class PassingTime extends Clock {

		private Instant now = Instant.EPOCH;

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		Duration elapsed() {
			return Duration.between(Instant.EPOCH, this.now);
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
			throw new UnsupportedOperationException();
		}

	}

}
