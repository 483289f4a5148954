package cellar.provisioning.launch.work;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.common.meter.SharedQuery;
import cellar.common.meter.TagValues;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.state.LaunchFigures;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;

/**
 * Shows what the database knows of all launches, as metrics. Every service that shares
 * the database shows the same.
 */
@Component
class LaunchGauges implements MeterBinder {

	private final SharedQuery<LaunchFigures> figures;

	private final Clock clock;

	LaunchGauges(LaunchStore store, Clock clock) {
		this.figures = new SharedQuery<>(store::figures, clock);
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (LaunchState state : LaunchState.values()) {
			Gauge.builder("cellar.launches", this.figures, (of) -> of.value((now) -> now.in(state)))
				.description("Launches in a state")
				.tag("state", TagValues.of(state))
				.register(registry);
		}
		TimeGauge
			.builder("cellar.launch.unsettled.age", this.figures, TimeUnit.MILLISECONDS, (of) -> of.value(this::age))
			.description("How long ago the oldest launch was asked for that is not settled; 0 if all are")
			.register(registry);
		for (Resource.Kind kind : Resource.Kind.values()) {
			Gauge.builder("cellar.launch.leftovers", this.figures, (of) -> of.value((now) -> now.leftovers(kind)))
				.description("Things of failed launches that are, or may be, left in clouds")
				.tag("kind", TagValues.of(kind))
				.register(registry);
		}
	}

	private double age(LaunchFigures now) {
		return now.oldestUnsettled()
			.map((since) -> (double) Duration.between(since, this.clock.instant()).toMillis())
			.orElse(0.0);
	}

}
