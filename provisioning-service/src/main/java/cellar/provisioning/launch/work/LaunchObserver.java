package cellar.provisioning.launch.work;

import java.time.Instant;

import cellar.provisioning.launch.state.Launch;

/**
 * Called for every launch that came to another state, once that is written down.
 */
@FunctionalInterface
interface LaunchObserver {

	void entered(Launch launch, Instant now);

}
