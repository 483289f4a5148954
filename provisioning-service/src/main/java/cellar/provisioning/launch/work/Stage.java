package cellar.provisioning.launch.work;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;

/**
 * The work in one state. A stage looks at what is written down, makes one call at most,
 * and says what came of it. It holds no state, so any worker can repeat it.
 */
public interface Stage {

	LaunchState state();

	/**
	 * Works.
	 * @param launch what is written down; changes to it are lost
	 * @param justNoted whether this same worker wrote the last note just now. If others
	 * act since, what comes of the work is not written down
	 * @return what came of it
	 * @throws CloudException if the cloud refused, or did not answer this time
	 */
	Outcome work(Launch launch, boolean justNoted);

	/**
	 * Decides what becomes of a launch that the cloud will not serve.
	 * @param launch what is written down
	 * @param ex what the cloud said
	 * @return what comes of it
	 */
	default Outcome refused(Launch launch, CloudException ex) {
		return new Outcome.Fail(Failures.of(launch, ex));
	}

	/**
	 * Decides what becomes of a launch that has been in this state for too long.
	 * @param launch what is written down
	 * @return what comes of it
	 */
	default Outcome expired(Launch launch) {
		return new Outcome.Fail(Failures.expired(launch));
	}

}
