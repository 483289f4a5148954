package cellar.stack.part;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessWaitTests {

	private final SettableClock time = new SettableClock(Instant.EPOCH);

	private final List<String> told = new ArrayList<>();

	private int looks;

	@Test
	void awaitWhenNothingIsMissingReturnsWithoutAPause() {
		assertThat(await(Optional::empty, () -> true, this::pauseOfASecond))
			.isEqualTo(new ReadinessWait.Outcome.Ready());
		assertThat(elapsed()).isZero();
	}

	@Test
	void awaitLooksAgainUntilNothingIsMissing() {
		assertThat(await(readyAtLook(4), () -> true, this::pauseOfASecond))
			.isEqualTo(new ReadinessWait.Outcome.Ready());
		assertThat(elapsed()).isEqualTo(Duration.ofSeconds(3));
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
		assertThat(elapsed()).isEqualTo(Duration.ofSeconds(301));
	}

	private ReadinessWait.Outcome await(Readiness readiness, BooleanSupplier alive, BooleanSupplier pause) {
		return new ReadinessWait(readiness, alive, pause, this.time).await(this.told::add);
	}

	private Readiness readyAtLook(int look) {
		return () -> (++this.looks < look) ? Optional.of("look " + this.looks) : Optional.empty();
	}

	private Duration elapsed() {
		return Duration.between(Instant.EPOCH, this.time.instant());
	}

	private boolean pauseOfASecond() {
		this.time.advance(Duration.ofSeconds(1));
		return true;
	}

}
