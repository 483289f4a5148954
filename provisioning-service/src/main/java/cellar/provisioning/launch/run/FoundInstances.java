package cellar.provisioning.launch.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchTags;
import cellar.provisioning.launch.work.Outcome;

/**
 * Machines of a launch that a cloud shows.
 */
final class FoundInstances {

	private FoundInstances() {
	}

	static List<Instance> of(Launch launch, Cloud cloud) {
		Map<String, Instance> found = new LinkedHashMap<>();
		cloud.instancesByToken(launch.effects().attempts().last().clientToken())
			.forEach((seen) -> found.put(seen.id(), seen));
		cloud.instancesByTag(LaunchTags.LAUNCH_ID, launch.id().toString())
			.forEach((seen) -> found.put(seen.id(), seen));
		// What is gone belongs to an attempt that is spent.
		return found.values().stream().filter((seen) -> !seen.state().isEndingOrTerminated()).toList();
	}

	static Outcome adopt(List<Instance> found) {
		return accept(found.getFirst().reservationId(), found,
				"Reservation '%s', found again in the cloud".formatted(found.getFirst().reservationId()));
	}

	static Outcome accept(String reservationId, List<Instance> instances, String detail) {
		return new Outcome.Enter(LaunchState.RUN_ACCEPTED, LaunchState.RUNNING, detail,
				(launch) -> launch.effects().accept(reservationId, instances));
	}

}
