package cellar.gateway.meter;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cellar.gateway.delivery.DeliveryObserver.Delivery;
import cellar.gateway.lookup.CacheStatus.Outcome;

/**
 * Measures how long hits take. Only those with small bodies: what is larger takes as long
 * as its client takes, and tells nothing of the cache.
 */
final class HitTimer {

	private static final int SMALL = 64 * 1024;

	private final Timer timer;

	HitTimer(MeterRegistry registry) {
		this.timer = Timer.builder("cellar.cache.hit.time")
			.description("From the request to the last byte of hits that were sent whole, with bodies of up to 64 KiB")
			.serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(25),
					Duration.ofMillis(100), Duration.ofMillis(500))
			.register(registry);
	}

	void record(Delivery delivery) {
		if (delivery.outcome() == Outcome.HIT && delivery.complete() && delivery.bytes() <= SMALL) {
			this.timer.record(delivery.duration());
		}
	}

}
