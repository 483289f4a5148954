package cellar.provisioning.launch.run;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.effect.Machine;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Waits until all machines answer on the network, where that can be checked.
 */
@Component
class AwaitReachableStage implements Stage {

	private final Clouds clouds;

	private final MachineWatch watch;

	private final Reachability reachability;

	AwaitReachableStage(Clouds clouds, MachineWatch watch, Reachability reachability) {
		this.clouds = clouds;
		this.watch = watch;
		this.reachability = reachability;
	}

	@Override
	public LaunchState state() {
		return LaunchState.RUNNING;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		int port = this.clouds.settings(launch.cloud()).reachabilityPort();
		String reasonToSkip = reasonToSkip(launch, port);
		if (reasonToSkip != null) {
			return new Outcome.Enter(LaunchState.READY, null, reasonToSkip,
					(changed) -> changed.progress().leadTo(LaunchState.READY));
		}
		List<Machine> seen = this.watch.look(launch);
		Optional<Outcome.Fail> over = MachineWatch.failureOf(seen);
		if (over.isPresent()) {
			return over.get();
		}
		boolean all = seen.stream().allMatch((machine) -> this.reachability.answers(machine.address(), port));
		if (all) {
			return new Outcome.Enter(LaunchState.REACHABLE, LaunchState.READY,
					"All machines answer on TCP port " + port, (changed) -> changed.effects().machines().update(seen));
		}
		return MachineWatch.waitFor(launch, seen);
	}

	@Override
	public Outcome expired(Launch launch) {
		int port = this.clouds.settings(launch.cloud()).reachabilityPort();
		return new Outcome.Fail(FailureCode.NOT_REACHABLE_IN_TIME,
				"The machines run but do not answer on TCP port %d; check the security group and their console output"
					.formatted(port));
	}

	private static @Nullable String reasonToSkip(Launch launch, int port) {
		if (port == 0) {
			return "All machines run; the port check is off for cloud '" + launch.cloud() + "'";
		}
		boolean closed = launch.effects().resources().find(Resource.Kind.SECURITY_GROUP).isPresent()
				&& launch.order().sshFrom() == null;
		return closed ? "All machines run; no port was checked because their security group admits nobody" : null;
	}

}
