package cellar.provisioning.launch.run;

import org.springframework.stereotype.Component;

import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Calls machines ready once they answer, because nothing in them reports readiness yet.
 */
@Component
class ReadyStage implements Stage {

	@Override
	public LaunchState state() {
		return LaunchState.REACHABLE;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		return new Outcome.Enter(LaunchState.READY, null, "All machines answer; none reports its own readiness");
	}

}
