package cellar.gateway.meter;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.gateway.delivery.DeliveryObserver;
import cellar.gateway.lookup.CacheStatus.Outcome;
import cellar.gateway.route.Route;
import cellar.gateway.route.Routes;

/**
 * Counts what clients got, as metrics. All that an answer needs is looked up by identity:
 * to find a meter by its tags takes longer than many an answer.
 */
@Component
public class DeliveryMetrics implements DeliveryObserver {

	private final Map<Outcome, OutcomeMeters> outcomes = new EnumMap<>(Outcome.class);

	private final Map<Route, RouteMeters> routes = new IdentityHashMap<>();

	private final RouteMeters none;

	private final HitMeter hits;

	DeliveryMetrics(Routes routes, MeterRegistry registry) {
		for (Outcome outcome : Outcome.values()) {
			this.outcomes.put(outcome, new OutcomeMeters(outcome, registry));
		}
		routes.all().forEach((route) -> this.routes.put(route, new RouteMeters(route.path(), registry)));
		this.none = new RouteMeters("none", registry);
		this.hits = new HitMeter(registry);
	}

	@Override
	public void delivered(Delivery delivery) {
		if (delivery.outcome() != null) {
			of(delivery.outcome()).count(delivery.bytes());
			this.hits.record(delivery);
		}
		of(delivery.route()).record(delivery);
	}

	private OutcomeMeters of(Outcome outcome) {
		OutcomeMeters meters = this.outcomes.get(outcome);
		if (meters == null) {
			throw new IllegalStateException("There are meters for each outcome");
		}
		return meters;
	}

	private RouteMeters of(@Nullable Route route) {
		RouteMeters meters = (route != null) ? this.routes.get(route) : null;
		return (meters != null) ? meters : this.none;
	}

	/**
	 * Returns how many requests the cache answered in one way.
	 * @param outcome the way
	 * @return how many since the start
	 */
	public long count(Outcome outcome) {
		return of(outcome).requests();
	}

}
