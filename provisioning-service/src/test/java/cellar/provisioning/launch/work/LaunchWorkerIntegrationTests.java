package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.TestOrders;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests how launches end in a cloud that does as it is asked, or never does.
 */
@DatabaseTest
class LaunchWorkerIntegrationTests {

	private final TestLaunches launches;

	private final FakeCloud cloud;

	LaunchWorkerIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
		this.cloud = this.launches.cloud();
	}

	@Test
	void advanceWhenNothingGoesWrongTakesEachStepOnce() {
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.progress().steps()).extracting(Step::name)
			.containsExactly("REQUESTED", "VALIDATED", "KEY_READY", "GROUP_READY", "RUN_INTENDED", "RUN_ACCEPTED",
					"RUNNING", "READY");
		assertThat(launch.progress().steps()).allSatisfy((step) -> assertThat(step.endedAt()).isNotNull());
		assertThat(this.cloud.script().calls()).isEqualTo(TestLaunches.CALLS);
	}

	@Test
	void advanceWhenTheCloudIsConfiguredNoMoreFailsAndListsWhatIsLeft() {
		this.launches.checkPort(22, false);
		UUID id = this.launches.take();
		this.launches.advance(id);
		assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.RUNNING);
		this.launches.clock().advance(Duration.ofHours(1));
		this.launches.removeCloud();
		Launch launch = this.launches.settle(id);
		LaunchAssert.assertThat(launch).hasFailureMessageContaining("'local' not found");
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.LEFT);
	}

	@Test
	void advanceWhenMachinesEndFailsAndSaysSo() {
		this.cloud.machines().are(InstanceState.TERMINATED);
		Launch launch = this.launches.settle(this.launches.take());
		LaunchAssert.assertThat(launch).hasFailureCode(FailureCode.MACHINE_ENDED);
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
	}

	@Test
	void advanceWhenMachinesStayPendingFailsAndListsThem() {
		this.cloud.machines().are(InstanceState.PENDING);
		Launch launch = this.launches.settle(this.launches.take());
		LaunchAssert.assertThat(launch).hasFailureCode(FailureCode.NOT_RUNNING_IN_TIME);
		assertThat(launch.effects().resources().all()).extracting(Resource::kind, Resource::state)
			.contains(tuple(Resource.Kind.INSTANCE, Resource.State.LEFT));
	}

	@Test
	void advanceWhenPortStaysClosedFails() {
		this.launches.checkPort(22, false);
		LaunchAssert.assertThat(this.launches.settle(this.launches.take()))
			.hasFailureCode(FailureCode.NOT_REACHABLE_IN_TIME);
	}

	@Test
	void advanceWhenPortAnswersIsReachableBeforeReady() {
		this.launches.checkPort(22, true);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.progress().steps()).extracting(Step::name).endsWith("REACHABLE", "READY");
	}

	@Test
	void advanceWhenKeyPairIsMissingFails() {
		UUID id = this.launches.take(TestOrders.order().keyName("mine").build());
		LaunchAssert.assertThat(this.launches.settle(id)).hasFailureCode(FailureCode.KEY_PAIR_NOT_FOUND);
		assertThat(this.cloud.machines().running()).isEmpty();
	}

}
