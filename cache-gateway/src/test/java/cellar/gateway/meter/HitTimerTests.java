package cellar.gateway.meter;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import cellar.gateway.delivery.DeliveryObserver.Delivery;
import cellar.gateway.lookup.CacheStatus.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HitTimer}.
 */
class HitTimerTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final HitTimer timer = new HitTimer(this.registry);

	@Test
	void recordWhenItIsASmallHitMeasuresIt() {
		this.timer.record(delivery(Outcome.HIT, 64 * 1024, true));
		assertThat(count()).isOne();
	}

	@Test
	void recordWhenItIsNoHitIsLargeOrBrokeOffLeavesItOut() {
		this.timer.record(delivery(Outcome.MISS, 10, true));
		this.timer.record(delivery(Outcome.HIT, 64 * 1024 + 1, true));
		this.timer.record(delivery(Outcome.HIT, 10, false));
		assertThat(count()).isZero();
	}

	private long count() {
		return this.registry.get("cellar.cache.hit.time").timer().count();
	}

	private static Delivery delivery(Outcome outcome, long bytes, boolean complete) {
		return new Delivery(null, outcome, 200, bytes, complete, Duration.ofMillis(1));
	}

}
