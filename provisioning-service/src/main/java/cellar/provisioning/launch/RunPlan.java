package cellar.provisioning.launch;

import java.time.Instant;

import cellar.provisioning.cloud.RunRequest;

/**
 * What the next attempt of a launch will send, and the token that goes with it.
 */
final class RunPlan {

	private RunPlan() {
	}

	static Attempt next(Launch launch, Instant now) {
		LaunchRequest wanted = launch.request();
		int number = launch.attempts().all().size() + 1;
		RunRequest request = new RunRequest(launch.commission().image(), LaunchRequest.given(wanted.instanceType()),
				wanted.machines(), launch.keyName(), launch.groupId(), launch.userData(),
				OwnTags.of(launch, number, wanted.tags()));
		return Attempt.intend(launch.id() + "-" + number, request, now);
	}

}
