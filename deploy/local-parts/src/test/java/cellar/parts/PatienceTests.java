package cellar.parts;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTests {

	private final SettableClock clock = new SettableClock(Instant.EPOCH);

	private final Patience patience = new Patience(this.clock, Duration.ofSeconds(3), Duration.ZERO);

	private int looks;

	@Test
	void lookUntilWhenFirstLookIsEnoughLooksNoMore() {
		assertThat(this.patience.lookUntil(this::look, (seen) -> true)).isOne();
		assertThat(this.looks).isOne();
	}

	@Test
	void lookUntilWhenNotYetEnoughLooksAgain() {
		assertThat(this.patience.lookUntil(this::look, (seen) -> seen == 3)).isEqualTo(3);
		assertThat(this.looks).isEqualTo(3);
	}

	@Test
	void lookUntilWhenTimeIsOverReturnsWhatWasSeenLast() {
		assertThat(this.patience.lookUntil(this::look, (seen) -> false)).isEqualTo(3);
		assertThat(this.clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(3));
	}

	@Test
	void lookUntilWhenInterruptedLooksOnlyOnceMore() {
		Thread.currentThread().interrupt();
		assertThat(this.patience.lookUntil(this::look, (seen) -> false)).isEqualTo(2);
		assertThat(Thread.interrupted()).isTrue();
	}

	private int look() {
		this.clock.advance(Duration.ofSeconds(1));
		return ++this.looks;
	}

}
