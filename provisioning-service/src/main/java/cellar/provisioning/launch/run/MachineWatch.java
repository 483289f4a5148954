package cellar.provisioning.launch.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.launch.effect.Machine;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.work.Outcome;

/**
 * Looks at the machines of launches. A machine that the cloud does not show is taken for
 * what it was before, not for gone.
 */
@Component
public class MachineWatch {

	private final Clouds clouds;

	MachineWatch(Clouds clouds) {
		this.clouds = clouds;
	}

	/**
	 * Looks at machines.
	 * @param launch the launch that they belong to
	 * @return the machines, in the order in which they were found
	 */
	List<Machine> look(Launch launch) {
		return merge(launch, describe(launch));
	}

	/**
	 * Looks at machines that end. One that was seen ending and is not shown any more has
	 * ended.
	 * @param launch the launch that they belong to
	 * @return the machines, in the order in which they were found
	 */
	public List<Machine> lookAtEnding(Launch launch) {
		List<Instance> shown = describe(launch);
		List<String> ids = shown.stream().map(Instance::id).toList();
		return merge(launch, shown).stream()
			.map((machine) -> (machine.state().isEndingOrTerminated() && !ids.contains(machine.instanceId()))
					? machine.terminated() : machine)
			.toList();
	}

	List<Instance> describe(Launch launch) {
		return this.clouds.get(launch.cloud()).instances(launch.effects().machines().ids());
	}

	static List<Machine> merge(Launch launch, List<Instance> shown) {
		Map<String, Machine> byId = shown.stream().collect(Collectors.toMap(Instance::id, Machine::of));
		return launch.effects()
			.machines()
			.all()
			.stream()
			.map((machine) -> byId.getOrDefault(machine.instanceId(), machine))
			.toList();
	}

	/**
	 * Fails a launch that has lost a machine.
	 * @param seen how its machines look
	 * @return the failure, or nothing where no machine has ended
	 */
	static Optional<Outcome.Fail> failureOf(List<Machine> seen) {
		return seen.stream().filter((machine) -> !machine.state().isStartingOrRunning()).findFirst().map((machine) -> {
			String reason = (machine.reason() != null) ? ": " + machine.reason() : "";
			return new Outcome.Fail(
					new Failure(FailureCode.MACHINE_ENDED,
							"Machine '%s' is %s%s".formatted(machine.instanceId(), machine.state(), reason)),
					(launch) -> launch.effects().machines().update(seen));
		});
	}

	/**
	 * Waits, and writes down what has changed.
	 * @param launch the launch
	 * @param seen how its machines look
	 * @return what comes of it
	 */
	public static Outcome.Wait waitFor(Launch launch, List<Machine> seen) {
		return seen.equals(launch.effects().machines().all()) ? new Outcome.Wait()
				: new Outcome.Wait((changed) -> changed.effects().machines().update(seen));
	}

}
