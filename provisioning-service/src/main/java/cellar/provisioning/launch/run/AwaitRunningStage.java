package cellar.provisioning.launch.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.launch.effect.Machine;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Waits until all machines run and carry their tags.
 */
@Component
class AwaitRunningStage implements Stage {

	private final Clouds clouds;

	private final MachineWatch watch;

	AwaitRunningStage(Clouds clouds, MachineWatch watch) {
		this.clouds = clouds;
		this.watch = watch;
	}

	@Override
	public LaunchState state() {
		return LaunchState.RUN_ACCEPTED;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		List<Instance> shown = this.watch.describe(launch);
		List<Machine> seen = MachineWatch.merge(launch, shown);
		Optional<Outcome.Fail> over = MachineWatch.failureOf(seen);
		if (over.isPresent()) {
			return over.get();
		}
		Optional<Outcome.Pause> tagging = tag(launch, shown, seen);
		if (tagging.isPresent()) {
			return tagging.get();
		}
		if (!seen.isEmpty() && seen.stream().allMatch(Machine::isRunning)) {
			return new Outcome.Enter(LaunchState.RUNNING, LaunchState.REACHABLE, "All machines run",
					(changed) -> changed.effects().machines().update(seen));
		}
		return MachineWatch.waitFor(launch, seen);
	}

	@Override
	public Outcome expired(Launch launch) {
		return new Outcome.Fail(FailureCode.NOT_RUNNING_IN_TIME,
				"The machines do not run; the cloud showed them last as %s"
					.formatted(launch.effects().machines().all().stream().map(Machine::state).distinct().toList()));
	}

	/**
	 * Tags machines where clouds take no tags with the request for them, until the cloud
	 * shows the tags.
	 * @param launch the launch
	 * @param shown its machines, as the cloud shows them
	 * @param seen its machines, as they look now
	 * @return what comes of it, or nothing once all of them carry their tags
	 */
	private Optional<Outcome.Pause> tag(Launch launch, List<Instance> shown, List<Machine> seen) {
		if (this.clouds.settings(launch.cloud()).profile().tagsInstancesOnCreation()) {
			return Optional.empty();
		}
		Map<String, String> tags = launch.effects().attempts().last().runRequest().tags();
		List<String> untagged = shown.stream()
			.filter((instance) -> !instance.tags().entrySet().containsAll(tags.entrySet()))
			.map(Instance::id)
			.toList();
		try {
			if (!untagged.isEmpty()) {
				this.clouds.get(launch.cloud()).tagInstances(untagged, tags);
			}
		}
		catch (CloudException ex) {
			// One part of a cloud may show a machine before another knows of it.
			if (ex.is(CloudException.Kind.NOT_FOUND)) {
				return Optional.of(Outcome.Retry.after(ex));
			}
			throw ex;
		}
		boolean all = untagged.isEmpty() && shown.size() == seen.size();
		return all ? Optional.empty() : Optional.of(MachineWatch.waitFor(launch, seen));
	}

}
