package cellar.provisioning.launch.work;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests launches in a cloud that does not say which machines it made, or not at once.
 */
@DatabaseTest
class LaunchWorkerDoubtIntegrationTests {

	private final TestLaunches launches;

	private final FakeCloud cloud;

	LaunchWorkerDoubtIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
		this.cloud = this.launches.cloud();
	}

	@Test
	void advanceWhenCredentialsExpireAfterALostReplySaysWhatItDoesNotKnow() {
		this.cloud.script().fail("run", Kind.UNCERTAIN, true);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.cloud.script().fail("instancesByToken", Kind.UNAUTHORIZED, false);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(launch.effects().resources().all())
			.anySatisfy((resource) -> assertThat(resource.state()).isEqualTo(Resource.State.UNKNOWN));
		assertThat(this.cloud.keyPairs()).hasSize(1);
	}

	@Test
	void advanceWhenMachinesOfATokenAreGoneTakesANewToken() {
		this.cloud.script().fail("run", Kind.UNCERTAIN, true);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.cloud.machines().endAll();
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.effects().attempts().all()).extracting(Attempt::clientToken)
			.containsExactly(id + "-1", id + "-2");
		assertThat(this.cloud.machines().running()).hasSize(1);
	}

	@Test
	void advanceWhenTokenMismatchesAdoptsWhatTheTagShows() {
		this.cloud.script().fail("run", Kind.UNCERTAIN, true);
		this.cloud.machines().hideAll();
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.cloud.script().fail("run", Kind.TOKEN_MISMATCH, false);
		this.launches.advance(id);
		this.cloud.machines().showAll();
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.effects().attempts().all()).hasSize(1);
		assertThat(this.cloud.machines().running()).hasSize(1);
	}

	@Test
	void advanceWhenNothingIsKnownLooksTwiceAfterTheGraceBeforeItFails() {
		UUID id = this.launches.take();
		for (int i = 0; i < 400; i++) {
			this.cloud.script().fail("run", Kind.UNCERTAIN, false);
		}
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		LaunchAssert.assertThat(launch).hasFailureCode(FailureCode.TIMEOUT);
		LaunchAssert.assertThat(launch).hasFailureMessageContaining("as ordered");
		List<String> calls = this.cloud.script().calls();
		assertThat(calls.subList(calls.lastIndexOf("run"), calls.size()))
			.filteredOn((call) -> call.equals("instancesByTag"))
			.hasSizeGreaterThanOrEqualTo(2);
		assertThat(this.cloud.keyPairs()).isEmpty();
	}

	@Test
	void advanceWhenAnswerNamesTooFewMachinesRepeatsTheToken() {
		for (int named : new int[] { 0, 1 }) {
			this.cloud.machines().answerWith(named);
			this.cloud.machines().hideAll();
			UUID id = this.launches.take();
			this.launches.advance(id);
			assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.RUN_INTENDED);
			this.cloud.machines().answerWith(2);
			this.cloud.machines().showAll();
			Launch launch = this.launches.settle(id);
			assertThat(launch.state()).isEqualTo(LaunchState.READY);
			assertThat(launch.effects().machines().all()).hasSize(2);
		}
	}

	@Test
	void advanceWhenInDoubtWaitsForAllMachines() {
		UUID id = doubted();
		this.cloud.machines().showOnly(1);
		this.launches.advance(id);
		assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.RUN_INTENDED);
		this.cloud.machines().showAll();
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.effects().machines().all()).hasSize(2);
	}

	@Test
	void advanceWhenInDoubtAndSomeMachinesStayHiddenFailsAndListsTheOthers() {
		UUID id = doubted();
		this.cloud.machines().showOnly(1);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		LaunchAssert.assertThat(launch).hasFailureMessageContaining("1 machines of 2");
		assertThat(launch.effects().resources().all()).extracting(Resource::kind, Resource::state)
			.contains(tuple(Resource.Kind.INSTANCE, Resource.State.LEFT),
					tuple(Resource.Kind.CLIENT_TOKEN, Resource.State.UNKNOWN));
		assertThat(this.cloud.keyPairs()).hasSize(1);
	}

	@Test
	void advanceWhenTheCloudDoesNotFindANewMachineYetTagsItLater() {
		this.launches.profile(CloudProfile.GENERIC);
		this.cloud.machines().tagLater();
		this.cloud.script().fail("tagInstances", Kind.NOT_FOUND, false);
		LaunchAssert.assertThat(this.launches.settle(this.launches.take())).isLaunchedOnceIn(this.cloud);
		assertThat(this.cloud.machines().laterTags()).hasSize(2)
			.allSatisfy((machine, tags) -> assertThat(tags).containsKey("cellar:launch-id"));
	}

	@Test
	void advanceWhenTheCloudDoesNotFindANewGroupYetWaitsForIt() {
		this.cloud.script().fail("run", Kind.NOT_FOUND, false);
		LaunchAssert.assertThat(this.launches.settle(this.launches.take())).isLaunchedOnceIn(this.cloud);
	}

	/**
	 * Returns a launch whose machines were made, which the cloud did not say.
	 * @return its id
	 */
	private UUID doubted() {
		this.cloud.script().fail("run", Kind.UNCERTAIN, true);
		this.cloud.script().fail("run", Kind.TOKEN_MISMATCH, false);
		this.cloud.machines().hideAll();
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.launches.advance(id);
		return id;
	}

}
