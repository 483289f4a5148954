package cellar.provisioning.launch.work;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.CallScript;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.StaleLaunchException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that launches that fail take back what they made, and what they may have made.
 */
@DatabaseTest
class LaunchWorkerCleanUpIntegrationTests {

	private final TestLaunches launches;

	private final FakeCloud cloud;

	LaunchWorkerCleanUpIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
		this.cloud = this.launches.cloud();
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "CAPACITY", "REFUSED", "UNAUTHORIZED" })
	void advanceWhenCloudRefusesTheMachinesTakesBackWhatItMade(Kind kind) {
		this.cloud.script().fail("run", kind, false);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
		LaunchAssert.assertThat(launch).hasFailureMessageContaining("as ordered");
	}

	@ParameterizedTest
	@ValueSource(strings = { "importKeyPair", "createSecurityGroup" })
	void advanceWhenTheFirstRequestForSomethingIsRefusedDoesNotDoubtIt(String method) {
		this.cloud.script().fail(method, Kind.REFUSED, false);
		UUID id = this.launches.take();
		assertThat(this.launches.advance(id)).isEmpty();
		Launch launch = this.launches.get(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
		assertThat(this.cloud.keyPairs()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "importKeyPair", "createSecurityGroup" })
	void advanceWhenAnotherWorkerAskedMeanwhileTrustsNoRefusal(String method) {
		UUID id = this.launches.take();
		this.cloud.script().meanwhile(method, () -> {
			this.cloud.script().crashAt(this.cloud.script().calls().size() + 1, true);
			assertThatExceptionOfType(CallScript.Crash.class).isThrownBy(() -> this.launches.advance(id));
			this.cloud.script().fail(method, Kind.REFUSED, false);
		});
		assertThatExceptionOfType(StaleLaunchException.class).isThrownBy(() -> this.launches.advance(id));
		this.cloud.script().fail(method, Kind.REFUSED, false);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
	}

	@Test
	void advanceWhenTakingBackIsRefusedListsWhatIsLeft() {
		this.cloud.script().fail("run", Kind.CAPACITY, false);
		this.cloud.script().fail("deleteSecurityGroup", Kind.REFUSED, false);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.effects().resources().all())
			.filteredOn((resource) -> resource.kind() == Resource.Kind.SECURITY_GROUP)
			.singleElement()
			.satisfies((group) -> assertThat(group.state()).isEqualTo(Resource.State.LEFT));
	}

	@Test
	void advanceWhenWhatWasMadeIsNotShownYetTakesItBackLater() {
		this.cloud.script().fail("createSecurityGroup", Kind.UNCERTAIN, true);
		this.cloud.script().fail("createSecurityGroup", Kind.CAPACITY, false);
		this.cloud.hideGroups(3);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.groups()).isEmpty();
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
	}

	@Test
	void advanceWhenLostImportsTakeEffectLaterTakesEachKeyPairBack() {
		Launch failed = failedAfterALostImport();
		for (int i = 0; i < 2; i++) {
			this.cloud.addKeyPair(failed.resourceName());
			this.launches.advance(failed.id());
			assertThat(this.cloud.keyPairs()).isEmpty();
			assertThat(this.launches.get(failed.id()).state()).isEqualTo(LaunchState.COMPENSATING);
		}
		Launch launch = this.launches.settle(failed.id());
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
	}

	@Test
	void advanceWhenALostImportTakesNoEffectLooksTwiceAfterTheGrace() {
		Launch failed = failedAfterALostImport();
		this.launches.clock().advance(TestLaunches.PROPERTIES.doubtGrace());
		int before = this.cloud.script().calls().size();
		Launch launch = this.launches.settle(failed.id());
		assertThat(this.cloud.script().calls().subList(before, this.cloud.script().calls().size()))
			.containsExactly("hasKeyPair", "hasKeyPair");
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
	}

	@Test
	void advanceWhenMachinesAreEndingWaitsForTheirEnd() {
		this.cloud.machines().are(InstanceState.SHUTTING_DOWN);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.launches.advance(id);
		assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.COMPENSATING);
		this.cloud.machines().are(InstanceState.TERMINATED);
		this.cloud.script().fail("deleteSecurityGroup", Kind.IN_USE, false);
		Launch launch = this.launches.settle(id);
		LaunchAssert.assertThat(launch).hasFailureCode(FailureCode.MACHINE_ENDED);
		LaunchAssert.assertThat(launch).hasTakenEverythingBack();
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
	}

	@Test
	void advanceWhenGroupStaysInUseGivesUpInTheEnd() {
		this.cloud.script().fail("run", Kind.CAPACITY, false);
		for (int i = 0; i < 1000; i++) {
			this.cloud.script().fail("deleteSecurityGroup", Kind.IN_USE, false);
		}
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.effects().resources().all()).filteredOn((resource) -> resource.state() == Resource.State.LEFT)
			.singleElement()
			.satisfies((group) -> assertThat(group.detail()).contains("IN_USE"));
		assertThat(this.cloud.keyPairs()).isEmpty();
	}

	/**
	 * Returns a launch that takes back what it made, and cannot know whether that is a
	 * key pair.
	 * @return the launch
	 */
	private Launch failedAfterALostImport() {
		this.cloud.script().fail("importKeyPair", Kind.UNCERTAIN, false);
		this.cloud.script().fail("importKeyPair", Kind.REFUSED, false);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.launches.advance(id);
		Launch launch = this.launches.get(id);
		assertThat(launch.state()).isEqualTo(LaunchState.COMPENSATING);
		return launch;
	}

}
