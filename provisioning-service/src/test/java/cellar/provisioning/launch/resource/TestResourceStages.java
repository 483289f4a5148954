package cellar.provisioning.launch.resource;

import java.time.Clock;
import java.util.List;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.run.TestRunStages;
import cellar.provisioning.launch.work.LaunchProperties;
import cellar.provisioning.launch.work.Stage;

/**
 * Makes the stages that make things and take them back, for tests of other packages.
 */
public final class TestResourceStages {

	private TestResourceStages() {
	}

	/**
	 * Returns the stages.
	 * @param clouds where things are made
	 * @param properties how patient the stages are
	 * @param clock the time
	 * @return the stages
	 */
	public static List<Stage> of(Clouds clouds, LaunchProperties properties, Clock clock) {
		return List.of(new KeyPairStage(clouds), new SecurityGroupStage(clouds),
				new CleanUpStage(clouds, TestRunStages.watch(clouds), properties, clock));
	}

}
