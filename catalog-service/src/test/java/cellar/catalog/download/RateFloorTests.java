package cellar.catalog.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cellar.catalog.source.SourceException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RateFloorTests {

	private final Clock clock = mock();

	private RateFloor floor = new RateFloor(100, 0, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

	@BeforeEach
	void start() {
		at(0);
		this.floor = new RateFloor(100, 0, this.clock);
	}

	@Test
	void checkWhenBytesTrickleGivesUpAfterHalfAMinute() {
		at(29);
		assertThatNoException().isThrownBy(() -> this.floor.check(1));
		at(30);
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> this.floor.check(2999))
			.withMessageContaining("Fewer than 100 bytes a second");
	}

	@Test
	void checkWhenTheStartWasQuickLooksAtTheLastHalfMinute() {
		at(30);
		assertThatNoException().isThrownBy(() -> this.floor.check(1_000_000));
		at(60);
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> this.floor.check(1_000_001));
	}

	@Test
	void checkWhenOurStoreIsSlowDoesNotBlameTheServer() {
		this.floor.check(10);
		at(3600);
		this.floor.ask();
		at(3601);
		assertThatNoException().isThrownBy(() -> this.floor.check(20));
	}

	@Test
	void checkWhenTheClockIsSetBackBeginsAnew() {
		at(-3600);
		assertThatNoException().isThrownBy(() -> this.floor.check(1));
		at(-3571);
		assertThatNoException().isThrownBy(() -> this.floor.check(2));
	}

	private void at(int second) {
		given(this.clock.instant()).willReturn(Instant.EPOCH.plus(Duration.ofSeconds(second)));
	}

}
