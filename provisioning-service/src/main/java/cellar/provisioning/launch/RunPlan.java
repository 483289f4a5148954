package cellar.provisioning.launch;

import java.time.Instant;
import java.util.Base64;

import cellar.provisioning.cloud.RunRequest;

/**
 * What one attempt will send, and the token that goes with it.
 */
final class RunPlan {

	private RunPlan() {
	}

	static Attempt next(Launch launch, Instant now) {
		LaunchRequest wanted = RequestJson.read(launch.request, LaunchRequest.class);
		int number = launch.attempts.size() + 1;
		String userData = (launch.userData != null) ? Base64.getEncoder().encodeToString(launch.userData) : null;
		RunRequest request = new RunRequest(launch.image, LaunchRequest.given(wanted.instanceType()), wanted.machines(),
				launch.keyName, launch.groupId, userData, OwnTags.of(launch, number, wanted.tags()));
		String json = RequestJson.write(request);
		return Attempt.intend(launch.id + "-" + number, json, RequestJson.hash(json), now);
	}

	static RunRequest of(Attempt attempt) {
		if (!RequestJson.hash(attempt.request()).equals(attempt.requestHash())) {
			throw new IllegalStateException("What was written down for token '" + attempt.clientToken()
					+ "' is not what stands there now; nothing is sent");
		}
		return RequestJson.read(attempt.request(), RunRequest.class);
	}

}
