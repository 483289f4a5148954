package cellar.provisioning.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.cloud.Instance;

/**
 * Waits until all machines run. A machine that the cloud does not show is not taken for
 * gone.
 */
@Component
class AwaitRunningStage implements Stage {

	private final Clouds clouds;

	AwaitRunningStage(Clouds clouds) {
		this.clouds = clouds;
	}

	@Override
	public LaunchState state() {
		return LaunchState.RUN_ACCEPTED;
	}

	@Override
	public Outcome work(Launch launch, boolean noted) {
		List<Machine> seen = look(launch, this.clouds);
		Optional<Outcome> over = ended(seen);
		if (over.isPresent()) {
			return over.get();
		}
		if (seen.stream().allMatch(Machine::isRunning)) {
			return new Outcome.Enter(LaunchState.RUNNING, LaunchState.REACHABLE, "All machines run",
					(changed) -> replace(changed, seen));
		}
		return seen.equals(launch.machines) ? new Outcome.Wait()
				: new Outcome.Wait((changed) -> replace(changed, seen));
	}

	@Override
	public Outcome expired(Launch launch) {
		return new Outcome.Fail("not-running-in-time", "The machines do not run; the cloud showed them last as %s"
			.formatted(launch.machines.stream().map(Machine::state).distinct().toList()));
	}

	static List<Machine> look(Launch launch, Clouds clouds) {
		Map<String, Machine> shown = clouds.get(launch.cloud)
			.instances(launch.machines.stream().map(Machine::instanceId).toList())
			.stream()
			.collect(Collectors.toMap(Instance::id, Machine::of));
		return launch.machines.stream().map((machine) -> shown.getOrDefault(machine.instanceId(), machine)).toList();
	}

	static Optional<Outcome> ended(List<Machine> seen) {
		return seen.stream()
			.filter(Machine::isOver)
			.findFirst()
			.map((machine) -> new Outcome.Fail("machine-ended",
					"Machine '%s' is %s%s".formatted(machine.instanceId(), machine.state(),
							(machine.reason() != null) ? ": " + machine.reason() : ""),
					(launch) -> replace(launch, seen)));
	}

	static void replace(Launch launch, List<Machine> seen) {
		for (int i = 0; i < seen.size(); i++) {
			launch.machines.set(i, seen.get(i));
		}
	}

}
