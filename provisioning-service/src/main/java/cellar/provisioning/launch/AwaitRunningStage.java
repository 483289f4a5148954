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
		List<Instance> shown = shown(launch, this.clouds);
		List<Machine> seen = seen(launch, shown);
		Optional<Outcome> over = ended(seen);
		if (over.isPresent()) {
			return over.get();
		}
		boolean tagged = tag(launch, shown);
		if (tagged && !seen.isEmpty() && seen.stream().allMatch(Machine::isRunning)) {
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

	/**
	 * Tags machines where clouds take no tags with the request for them, until the cloud
	 * shows the tags.
	 * @param launch the launch
	 * @param shown its machines
	 * @return whether all of them carry their tags
	 */
	private boolean tag(Launch launch, List<Instance> shown) {
		if (this.clouds.settings(launch.cloud).profile().tagsInstances()) {
			return true;
		}
		Map<String, String> tags = RunPlan.of(launch.attempt()).tags();
		List<String> untagged = shown.stream()
			.filter((instance) -> !instance.tags().entrySet().containsAll(tags.entrySet()))
			.map(Instance::id)
			.toList();
		if (!untagged.isEmpty()) {
			this.clouds.get(launch.cloud).tagInstances(untagged, tags);
		}
		return untagged.isEmpty() && shown.size() == launch.machines.size();
	}

	static List<Machine> look(Launch launch, Clouds clouds) {
		return seen(launch, shown(launch, clouds));
	}

	/**
	 * Looks at machines that end. One that was seen ending and is not shown any more has
	 * ended.
	 * @param launch the launch
	 * @param clouds where it is looked
	 * @return the machines
	 */
	static List<Machine> lookAtTheEnd(Launch launch, Clouds clouds) {
		List<Instance> shown = shown(launch, clouds);
		List<String> ids = shown.stream().map(Instance::id).toList();
		return seen(launch, shown).stream()
			.map((machine) -> (machine.isEnding() && !ids.contains(machine.instanceId())) ? machine.gone() : machine)
			.toList();
	}

	private static List<Instance> shown(Launch launch, Clouds clouds) {
		return clouds.get(launch.cloud).instances(launch.machines.stream().map(Machine::instanceId).toList());
	}

	private static List<Machine> seen(Launch launch, List<Instance> shown) {
		Map<String, Machine> byId = shown.stream().collect(Collectors.toMap(Instance::id, Machine::of));
		return launch.machines.stream().map((machine) -> byId.getOrDefault(machine.instanceId(), machine)).toList();
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
