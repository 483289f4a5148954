package cellar.provisioning.launch.run;

import java.time.Clock;

import org.springframework.stereotype.Component;

import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Writes down what will be run and under which token, before anything is sent.
 */
@Component
class PlanRunStage implements Stage {

	private final Clock clock;

	PlanRunStage(Clock clock) {
		this.clock = clock;
	}

	@Override
	public LaunchState state() {
		return LaunchState.GROUP_READY;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		Attempt attempt = RunPlan.next(launch, this.clock.instant());
		return new Outcome.Enter(LaunchState.RUN_INTENDED, LaunchState.RUN_ACCEPTED,
				"Client token '" + attempt.clientToken() + "'",
				(changed) -> changed.effects().attempts().intend(attempt));
	}

}
