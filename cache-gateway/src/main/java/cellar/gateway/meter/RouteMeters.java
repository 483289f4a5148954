package cellar.gateway.meter;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import cellar.gateway.delivery.DeliveryObserver.Delivery;

/**
 * What is counted of the answers of one route. Those with statuses that are to be
 * expected stand there from the start, at zero.
 */
final class RouteMeters {

	private static final int STATUSES = 1000;

	private static final int[] WHOLE = { 200, 206, 304, 404, 500, 502, 504 };

	private static final int[] BROKEN_OFF = { 200, 206 };

	/** By status, the whole ones behind those that broke off. */
	private final AtomicReferenceArray<@Nullable Timer> answers = new AtomicReferenceArray<>(2 * STATUSES);

	private final Counter bytes;

	private final String route;

	private final MeterRegistry registry;

	RouteMeters(String route, MeterRegistry registry) {
		this.route = route;
		this.registry = registry;
		this.bytes = Counter.builder("cellar.delivery.bytes")
			.description("Bytes of bodies sent to clients")
			.baseUnit("bytes")
			.tag("route", route)
			.register(registry);
		for (int status : WHOLE) {
			answers(status, true);
		}
		for (int status : BROKEN_OFF) {
			answers(status, false);
		}
	}

	void record(Delivery delivery) {
		answers(delivery.status(), delivery.complete()).record(delivery.duration());
		this.bytes.increment(delivery.bytes());
	}

	private Timer answers(int status, boolean complete) {
		int place = (complete ? STATUSES : 0) + Math.clamp(status, 0, STATUSES - 1);
		Timer known = this.answers.get(place);
		return (known != null) ? known : register(place, status, complete);
	}

	private Timer register(int place, int status, boolean complete) {
		Timer timer = Timer.builder("cellar.delivery.requests")
			.description("Answers on the data port")
			.tag("route", this.route)
			.tag("status", Integer.toString(status))
			.tag("complete", Boolean.toString(complete))
			.register(this.registry);
		this.answers.set(place, timer);
		return timer;
	}

}
