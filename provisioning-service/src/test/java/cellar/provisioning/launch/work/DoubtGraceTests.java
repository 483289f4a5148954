package cellar.provisioning.launch.work;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how long something that a cloud does not show is in doubt.
 */
class DoubtGraceTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final SettableClock clock = new SettableClock(NOW);

	private final DoubtGrace grace = new DoubtGrace(Duration.ofMinutes(2), this.clock);

	@Test
	void lastsWhenTimePassesEndsOnTheMinute() {
		this.clock.advance(Duration.ofSeconds(119));
		assertThat(this.grace.lasts(NOW)).isTrue();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.grace.lasts(NOW)).isFalse();
	}

	@Test
	void isProofWhenAnswerIsTheSecondEmptyOneProves() {
		assertThat(this.grace.isProof(0)).isFalse();
		assertThat(this.grace.isProof(1)).isTrue();
	}

}
