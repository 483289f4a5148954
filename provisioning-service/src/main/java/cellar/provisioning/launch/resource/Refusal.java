package cellar.provisioning.launch.resource;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.work.Failures;
import cellar.provisioning.launch.work.Outcome;

/**
 * What it means that a cloud refuses to make something.
 */
final class Refusal {

	private Refusal() {
	}

	/**
	 * Fails a launch with nothing to take back, if this was the first request. After
	 * several, the refusal of the last one says nothing about the earlier ones.
	 * @param launch the launch
	 * @param kind what was to be made
	 * @param ex what the cloud said
	 * @return the failure
	 * @throws CloudException if it may have been made all the same
	 */
	static Outcome failOrRethrow(Launch launch, Resource.Kind kind, CloudException ex) {
		boolean askedOnce = launch.effects()
			.resources()
			.find(kind)
			.filter((resource) -> resource.calls() == 1)
			.isPresent();
		if (ex.isTransient() || !askedOnce) {
			throw ex;
		}
		return new Outcome.Fail(Failures.of(launch, ex),
				(changed) -> changed.effects().resources().markDeleted(kind, changed.resourceName()));
	}

}
