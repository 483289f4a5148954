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

	private final Map<Outcome, OutcomeTally> outcomes = new EnumMap<>(Outcome.class);

	private final Map<Route, RouteTally> routes = new IdentityHashMap<>();

	private final RouteTally none;

	private final HitTimer hits;

	DeliveryMetrics(Routes routes, MeterRegistry registry) {
		for (Outcome outcome : Outcome.values()) {
			this.outcomes.put(outcome, new OutcomeTally(outcome, registry));
		}
		routes.all().forEach((route) -> this.routes.put(route, new RouteTally(route.path(), registry)));
		this.none = new RouteTally("none", registry);
		this.hits = new HitTimer(registry);
	}

	@Override
	public void delivered(Delivery delivery) {
		if (delivery.outcome() != null) {
			of(delivery.outcome()).count(delivery.bytes());
			this.hits.record(delivery);
		}
		of(delivery.route()).record(delivery);
	}

	private OutcomeTally of(Outcome outcome) {
		OutcomeTally tally = this.outcomes.get(outcome);
		if (tally == null) {
			throw new IllegalStateException("There is a tally for each outcome");
		}
		return tally;
	}

	private RouteTally of(@Nullable Route route) {
		RouteTally tally = (route != null) ? this.routes.get(route) : null;
		return (tally != null) ? tally : this.none;
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
