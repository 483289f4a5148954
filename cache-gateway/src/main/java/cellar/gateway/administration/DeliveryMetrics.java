package cellar.gateway.administration;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import cellar.gateway.delivery.DeliveryObserver;
import cellar.gateway.lookup.CacheStatus.Outcome;

/**
 * Counts what clients got, as metrics.
 */
@Component
class DeliveryMetrics implements DeliveryObserver {

	private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

	// To look a meter up by its tags takes longer than many an answer.
	private final Map<Kind, Timer> answers = new ConcurrentHashMap<>();

	private final Map<String, Counter> bytes = new ConcurrentHashMap<>();

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
		this.answers.computeIfAbsent(new Kind(route, delivery.status(), delivery.complete()), this::answers)
			.record(delivery.duration());
		this.bytes.computeIfAbsent(route, this::bytes).increment(delivery.bytes());
	}

	private Timer answers(Kind kind) {
		return Timer.builder("cellar.delivery.requests")
			.description("Answers on the data port")
			.tag("route", kind.route())
			.tag("status", Integer.toString(kind.status()))
			.tag("complete", Boolean.toString(kind.complete()))
			.register(this.registry);
	}

	private Counter bytes(String route) {
		return Counter.builder("cellar.delivery.bytes")
			.description("Bytes of bodies sent to clients")
			.baseUnit("bytes")
			.tag("route", route)
			.register(this.registry);
	}

	long count(Outcome outcome) {
		Counter counter = this.outcomes.get(outcome);
		return (counter != null) ? (long) counter.count() : 0;
	}

	/**
	 * Answers that are counted together.
	 *
	 * @param route the path of the route, or "none"
	 * @param status the status
	 * @param complete whether all was sent
	 */
	private record Kind(String route, int status, boolean complete) {

	}

}
