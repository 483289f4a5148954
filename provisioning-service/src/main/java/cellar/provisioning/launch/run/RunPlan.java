package cellar.provisioning.launch.run;

import java.time.Instant;

import cellar.provisioning.instance.RunRequest;
import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchTags;

/**
 * What the next attempt of a launch will send, and the token that goes with it.
 */
final class RunPlan {

	private RunPlan() {
	}

	static Attempt next(Launch launch, Instant now) {
		LaunchOrder order = launch.order();
		int number = launch.effects().attempts().all().size() + 1;
		RunRequest request = launch.preparation().request(order, LaunchTags.of(launch, number, order.tags()));
		return Attempt.intend(launch.id() + "-" + number, request, now);
	}

}
