package cellar.provisioning.launch.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cellar.common.meter.TagValues;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.Step;

/**
 * What is measured of the launches in one cloud. What is to be expected stands there from
 * the start, at zero.
 */
final class CloudLaunchTally {

	/** The states that no step leads to. */
	private static final Set<LaunchState> NO_GOALS = Set.of(LaunchState.REQUESTED, LaunchState.COMPENSATING);

	private final Timer running;

	private final Timer ready;

	private final MeterProvider<Timer> steps;

	private final MeterProvider<Counter> failures;

	CloudLaunchTally(String cloud, MeterRegistry registry) {
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
		this.steps = Timer.builder("cellar.launch.step.time")
			.description("How long the steps of launches take, by the state that they lead to")
			.tag("cloud", cloud)
			.withRegistry(registry);
		this.failures = Counter.builder("cellar.launch.failures")
			.description("Launches that failed, by why and on whose side")
			.tag("cloud", cloud)
			.withRegistry(registry);
		for (LaunchState goal : LaunchState.values()) {
			if (!NO_GOALS.contains(goal)) {
				step(goal, true);
				step(goal, false);
			}
		}
		for (FailureCode code : FailureCode.values()) {
			failures(code);
		}
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

	private static FailureCode code(Launch launch) {
		return Objects.requireNonNull(launch.progress().failure(), "launches fail for a reason").code();
	}

	private Timer step(LaunchState goal, boolean reached) {
		return this.steps.withTags("step", TagValues.of(goal), "outcome", reached ? "done" : "failed");
	}

	private Counter failures(FailureCode code) {
		return this.failures.withTags("side", TagValues.of(code.side()), "reason", code.toString());
	}

}
