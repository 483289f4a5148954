package cellar.provisioning.launch.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cellar.common.meter.TagValues;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.Step;

/**
 * What is measured of the launches in one cloud. What is to be expected stands there from
 * the start, at zero.
 */
final class LaunchMeters {

	/** The states that no step leads to. */
	private static final Set<LaunchState> NO_GOALS = Set.of(LaunchState.REQUESTED, LaunchState.COMPENSATING);

	private final String cloud;

	private final MeterRegistry registry;

	private final Timer running;

	private final Timer ready;

	LaunchMeters(String cloud, MeterRegistry registry) {
		this.cloud = cloud;
		this.registry = registry;
		this.running = Timer.builder("cellar.launch.running.time")
			.description("From the request for a launch until its machines run")
			.tag("cloud", cloud)
			.register(registry);
		this.ready = Timer.builder("cellar.launch.ready.time")
			.description("From the request for a launch until its machines can be used")
			.tag("cloud", cloud)
			.serviceLevelObjectives(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30),
					Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10),
					Duration.ofMinutes(20))
			.register(registry);
		for (LaunchState goal : LaunchState.values()) {
			if (!NO_GOALS.contains(goal)) {
				step(goal, true);
				step(goal, false);
			}
		}
		Failures.CODES.forEach(this::failures);
	}

	void entered(Launch launch, Instant now) {
		LaunchState state = launch.state();
		lastEnded(launch).ifPresent((step) -> {
			LaunchState goal = LaunchState.valueOf(step.name());
			step(goal, goal == state).record(Duration.between(step.startedAt(), now));
		});
		Duration age = Duration.between(launch.createdAt(), now);
		switch (state) {
			case RUNNING -> this.running.record(age);
			case READY -> this.ready.record(age);
			case COMPENSATING -> failures(code(launch)).increment();
			default -> {
			}
		}
	}

	private static Optional<Step> lastEnded(Launch launch) {
		List<Step> steps = launch.progress().steps();
		return steps.reversed().stream().filter((step) -> step.endedAt() != null).findFirst();
	}

	private static String code(Launch launch) {
		Failure failure = launch.progress().failure();
		return (failure != null) ? failure.code() : "unknown";
	}

	private Timer step(LaunchState goal, boolean reached) {
		return Timer.builder("cellar.launch.step.time")
			.description("How long the steps of launches take, by the state that they lead to")
			.tag("cloud", this.cloud)
			.tag("step", TagValues.of(goal))
			.tag("outcome", reached ? "done" : "failed")
			.register(this.registry);
	}

	private Counter failures(String reason) {
		return Counter.builder("cellar.launch.failures")
			.description("Launches that failed, by why")
			.tag("cloud", this.cloud)
			.tag("reason", reason)
			.register(this.registry);
	}

}
