package cellar.gateway.administration;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import cellar.gateway.cache.CacheStatus.Outcome;
import cellar.gateway.delivery.DeliveryObserver;

/**
 * Counts what clients got, as metrics.
 */
@Component
class DeliveryMetrics implements DeliveryObserver {

	private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

	private final MeterRegistry registry;

	DeliveryMetrics(MeterRegistry registry) {
		this.registry = registry;
		for (Outcome outcome : Outcome.values()) {
			this.outcomes.put(outcome,
					Counter.builder("cellar.cache.requests")
						.description("Requests that the cache answered, by how")
						.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
						.register(registry));
		}
	}

	@Override
	public void delivered(Delivery delivery) {
		Counter outcome = (delivery.outcome() != null) ? this.outcomes.get(delivery.outcome()) : null;
		if (outcome != null) {
			outcome.increment();
		}
		String route = (delivery.route() != null) ? delivery.route() : "none";
		Timer.builder("cellar.delivery.requests")
			.description("Answers on the data port")
			.tag("route", route)
			.tag("status", Integer.toString(delivery.status()))
			.tag("complete", Boolean.toString(delivery.complete()))
			.register(this.registry)
			.record(delivery.duration());
		Counter.builder("cellar.delivery.bytes")
			.description("Bytes of bodies sent to clients")
			.baseUnit("bytes")
			.tag("route", route)
			.register(this.registry)
			.increment(delivery.bytes());
	}

	long count(Outcome outcome) {
		Counter counter = this.outcomes.get(outcome);
		return (counter != null) ? (long) counter.count() : 0;
	}

}
