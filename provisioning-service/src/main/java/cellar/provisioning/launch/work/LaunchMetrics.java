package cellar.provisioning.launch.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;

/**
 * Measures how many launches are in each state, and how long machines take to run.
 */
@Component
class LaunchMetrics {

	private static final Duration FRESH_FOR = Duration.ofSeconds(5);

	private final LaunchStore store;

	private final MeterRegistry meters;

	private final Clock clock;

	private final AtomicReference<Counts> counts = new AtomicReference<>(new Counts(Instant.MIN, Map.of()));

	LaunchMetrics(LaunchStore store, MeterRegistry meters, Clock clock) {
		this.store = store;
		this.meters = meters;
		this.clock = clock;
		for (LaunchState state : LaunchState.values()) {
			Gauge.builder("cellar.launches", () -> count(state))
				.description("Launches in a state")
				.tag("state", state.name())
				.register(meters);
		}
	}

	void entered(Launch launch, Instant now) {
		if (launch.state() == LaunchState.RUNNING) {
			this.meters.timer("cellar.launch.running.time", "cloud", launch.cloud())
				.record(Duration.between(launch.createdAt(), now));
		}
	}

	private long count(LaunchState state) {
		Counts known = this.counts.get();
		Instant now = this.clock.instant();
		if (known.takenAt().isBefore(now.minus(FRESH_FOR))) {
			known = new Counts(now, this.store.countByState());
			this.counts.set(known);
		}
		return known.byState().getOrDefault(state, 0L);
	}

	private record Counts(Instant takenAt, Map<LaunchState, Long> byState) {

	}

}
