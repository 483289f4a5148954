package cellar.gateway.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import cellar.gateway.delivery.DeliveryObserver.Delivery;

/**
 * What is counted of the answers of one route. Those with statuses that are to be
 * expected stand there from the start, at zero.
 */
final class RouteTally {

	private final AnswerTimers served;

	private final AnswerTimers brokenOff;

	private final AnswerTimers failed;

	private final AnswerTimers failedAndBrokenOff;

	private final Counter bytes;

	RouteTally(String route, MeterRegistry registry) {
		this.served = new AnswerTimers(route, true, false, registry).expecting(200, 206, 304, 404, 504);
		this.brokenOff = new AnswerTimers(route, false, false, registry).expecting(200, 206);
		this.failed = new AnswerTimers(route, true, true, registry).expecting(500, 502, 504);
		this.failedAndBrokenOff = new AnswerTimers(route, false, true, registry);
		this.bytes = Counter.builder("cellar.delivery.bytes")
			.description("Bytes of bodies sent to clients")
			.baseUnit("bytes")
			.tag("route", route)
			.register(registry);
	}

	void record(Delivery delivery) {
		timers(delivery).record(delivery.status(), delivery.duration());
		this.bytes.increment(delivery.bytes());
	}

	private AnswerTimers timers(Delivery delivery) {
		if (delivery.failed()) {
			return delivery.complete() ? this.failed : this.failedAndBrokenOff;
		}
		return delivery.complete() ? this.served : this.brokenOff;
	}

}
