package cellar.provisioning.launch.run;

import java.time.Clock;
import java.util.List;
import java.util.function.BiPredicate;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.work.LaunchProperties;
import cellar.provisioning.launch.work.Stage;
import cellar.provisioning.recipe.Recipes;

/**
 * Makes the stages that bring machines up, for tests of other packages.
 */
public final class TestRunStages {

	private TestRunStages() {
	}

	/**
	 * Returns the stages.
	 * @param clouds where machines are made
	 * @param properties how patient the stages are
	 * @param clock the time
	 * @param answers whether an address answers on a port
	 * @return the stages
	 */
	public static List<Stage> of(Clouds clouds, LaunchProperties properties, Clock clock,
			BiPredicate<String, Integer> answers) {
		MachineWatch watch = watch(clouds);
		return List.of(new ValidateStage(clouds, new Recipes()), new PlanRunStage(clock),
				new RunStage(clouds, new RunReconciliation(properties, clock), clock),
				new AwaitRunningStage(clouds, watch), new AwaitReachableStage(clouds, watch,
						(address, port) -> address != null && answers.test(address, port)),
				new ReadyStage());
	}

	public static MachineWatch watch(Clouds clouds) {
		return new MachineWatch(clouds);
	}

}
