package cellar.gateway.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.common.meter.TagValues;
import cellar.gateway.guard.CircuitState;
import cellar.gateway.guard.Guard;
import cellar.gateway.upstream.Origins;

/**
 * Shows how much is asked of each origin, and whether it is asked at all, as metrics.
 */
@Component
class GuardMetrics implements MeterBinder {

	private final Origins origins;

	GuardMetrics(Origins origins) {
		this.origins = origins;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.origins.guards().forEach((name, guard) -> bind(registry, name, guard));
	}

	private static void bind(MeterRegistry registry, String name, Guard guard) {
		Gauge.builder("cellar.origin.requests.running", guard, Guard::running)
			.description("Requests that an origin is answering")
			.tag("origin", name)
			.register(registry);
		Gauge.builder("cellar.origin.requests.waiting", guard, Guard::waiting)
			.description("Requests that wait for another one to end")
			.tag("origin", name)
			.register(registry);
		for (CircuitState state : CircuitState.values()) {
			Gauge.builder("cellar.origin.circuit", guard, (of) -> (of.state() == state) ? 1 : 0)
				.description("Whether an origin is asked: 1 for the state that its circuit is in")
				.tag("origin", name)
				.tag("state", TagValues.of(state))
				.register(registry);
		}
	}

}
