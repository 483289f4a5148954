package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cellar.provisioning.TestDatabase;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.StaleLaunchException;
import cellar.provisioning.launch.state.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests launches in a cloud that fails on order, with a real database. Workers die at
 * each call, before and after its effect, and others take over.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "db-scheduler.shutdown-max-wait=1s" })
class LaunchWorkerIntegrationTests {

	private static final List<String> CALLS_OF_A_LAUNCH = List.of("image", "importKeyPair", "createSecurityGroup",
			"authorizeIngress", "run", "instances");

	@Autowired
	private LaunchStore store;

	private TestLaunches launches;

	private FakeCloud cloud;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", TestDatabase::jdbcUrl);
	}

	@BeforeEach
	void prepare() {
		this.launches = new TestLaunches(this.store);
		this.cloud = this.launches.cloud();
	}

	static IntStream callsOfALaunch() {
		return IntStream.rangeClosed(1, CALLS_OF_A_LAUNCH.size());
	}

	@Test
	void advanceWhenNothingGoesWrongTakesEachStepOnce() {
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.progress().steps()).extracting(Step::name)
			.containsExactly("REQUESTED", "VALIDATED", "KEY_READY", "GROUP_READY", "RUN_INTENDED", "RUN_ACCEPTED",
					"RUNNING", "READY");
		assertThat(launch.progress().steps()).allSatisfy((step) -> assertThat(step.endedAt()).isNotNull());
		assertThat(this.cloud.calls()).isEqualTo(CALLS_OF_A_LAUNCH);
	}

	@ParameterizedTest
	@MethodSource("callsOfALaunch")
	void advanceWhenWorkerDiesBeforeACallLaunchesOnce(int call) {
		this.cloud.crashAt(call, false);
		assertLaunchedOnce(settleAfterCrash());
	}

	@ParameterizedTest
	@MethodSource("callsOfALaunch")
	void advanceWhenWorkerDiesAfterTheEffectOfACallLaunchesOnce(int call) {
		this.cloud.crashAt(call, true);
		assertLaunchedOnce(settleAfterCrash());
	}

	@ParameterizedTest
	@MethodSource("callsOfALaunch")
	void advanceWhenWorkerDiesAndTheCloudShowsNothingYetLaunchesOnce(int call) {
		this.cloud.crashAt(call, true);
		this.cloud.hideMachines(true);
		UUID id = this.launches.take();
		assertThatExceptionOfType(FakeCloud.Crash.class).isThrownBy(() -> this.launches.settle(id));
		this.launches.advance(id);
		this.cloud.hideMachines(false);
		assertLaunchedOnce(this.launches.settle(id));
	}

	@ParameterizedTest
	@FieldSource("CALLS_OF_A_LAUNCH")
	void advanceWhenAReplyIsLostLaunchesOnce(String method) {
		this.cloud.fail(method, Kind.UNCERTAIN, true);
		this.cloud.fail(method, Kind.UNREACHED, false);
		this.cloud.fail(method, Kind.THROTTLED, false);
		assertLaunchedOnce(this.launches.settle(this.launches.take()));
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "CAPACITY", "REFUSED", "UNAUTHORIZED" })
	void advanceWhenCloudRefusesTheMachinesTakesBackWhatItMade(Kind kind) {
		this.cloud.fail("run", kind, false);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
		assertThat(failure(launch).message()).contains("as ordered");
	}

	@ParameterizedTest
	@ValueSource(strings = { "importKeyPair", "createSecurityGroup" })
	void advanceWhenTheFirstRequestForSomethingIsRefusedDoesNotDoubtIt(String method) {
		this.cloud.fail(method, Kind.REFUSED, false);
		UUID id = this.launches.take();
		assertThat(this.launches.advance(id)).isEmpty();
		Launch launch = this.launches.get(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
		assertThat(this.cloud.keyPairs()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "importKeyPair", "createSecurityGroup" })
	void advanceWhenAnotherWorkerAskedMeanwhileTrustsNoRefusal(String method) {
		UUID id = this.launches.take();
		this.cloud.meanwhile(method, () -> {
			this.cloud.crashAt(this.cloud.calls().size() + 1, true);
			assertThatExceptionOfType(FakeCloud.Crash.class).isThrownBy(() -> this.launches.advance(id));
			this.cloud.fail(method, Kind.REFUSED, false);
		});
		assertThatExceptionOfType(StaleLaunchException.class).isThrownBy(() -> this.launches.advance(id));
		this.cloud.fail(method, Kind.REFUSED, false);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 7 })
	void advanceWhenWorkerDiesWhileTakingBackFinishesTakingBack(int call) {
		this.cloud.fail("run", Kind.CAPACITY, false);
		this.cloud.crashAt(call, true);
		Launch launch = settleAfterCrash();
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
	}

	@Test
	void advanceWhenTakingBackIsRefusedListsWhatIsLeft() {
		this.cloud.fail("run", Kind.CAPACITY, false);
		this.cloud.fail("deleteSecurityGroup", Kind.REFUSED, false);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.effects().resources().all())
			.filteredOn((resource) -> resource.kind() == Resource.Kind.SECURITY_GROUP)
			.singleElement()
			.satisfies((group) -> assertThat(group.state()).isEqualTo(Resource.State.LEFT));
	}

	@Test
	void advanceWhenCredentialsExpireAfterALostReplySaysWhatItDoesNotKnow() {
		this.cloud.fail("run", Kind.UNCERTAIN, true);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.cloud.fail("instancesByToken", Kind.UNAUTHORIZED, false);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(launch.effects().resources().all())
			.anySatisfy((resource) -> assertThat(resource.state()).isEqualTo(Resource.State.UNKNOWN));
		assertThat(this.cloud.keyPairs()).hasSize(1);
	}

	@Test
	void advanceWhenMachinesOfATokenAreGoneTakesANewToken() {
		this.cloud.fail("run", Kind.UNCERTAIN, true);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.cloud.forgetMachines();
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.effects().attempts().all()).extracting(Attempt::clientToken)
			.containsExactly(id + "-1", id + "-2");
		assertThat(this.cloud.running()).hasSize(1);
	}

	@Test
	void advanceWhenTokenMismatchesAdoptsWhatTheTagShows() {
		this.cloud.fail("run", Kind.UNCERTAIN, true);
		this.cloud.hideMachines(true);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.cloud.fail("run", Kind.TOKEN_MISMATCH, false);
		this.launches.advance(id);
		this.cloud.hideMachines(false);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.effects().attempts().all()).hasSize(1);
		assertThat(this.cloud.running()).hasSize(1);
	}

	@Test
	void advanceWhenNothingIsKnownLooksTwiceAfterTheGraceBeforeItFails() {
		UUID id = this.launches.take();
		for (int i = 0; i < 400; i++) {
			this.cloud.fail("run", Kind.UNCERTAIN, false);
		}
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(failure(launch).code()).isEqualTo("timeout");
		assertThat(failure(launch).message()).contains("as ordered");
		List<String> calls = this.cloud.calls();
		assertThat(calls.subList(calls.lastIndexOf("run"), calls.size()))
			.filteredOn((call) -> call.equals("instancesByTag"))
			.hasSizeGreaterThanOrEqualTo(2);
		assertThat(this.cloud.keyPairs()).isEmpty();
	}

	@Test
	void advanceWhenAnswerNamesTooFewMachinesRepeatsTheToken() {
		for (int named : new int[] { 0, 1 }) {
			this.cloud.answerWithMachines(named);
			this.cloud.hideMachines(true);
			UUID id = this.launches.take();
			this.launches.advance(id);
			assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.RUN_INTENDED);
			this.cloud.answerWithMachines(2);
			this.cloud.hideMachines(false);
			Launch launch = this.launches.settle(id);
			assertThat(launch.state()).isEqualTo(LaunchState.READY);
			assertThat(launch.effects().machines().all()).hasSize(2);
		}
	}

	@Test
	void advanceWhenInDoubtWaitsForAllMachines() {
		UUID id = doubted();
		this.cloud.showMachines(1);
		this.launches.advance(id);
		assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.RUN_INTENDED);
		this.cloud.hideMachines(false);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(launch.effects().machines().all()).hasSize(2);
	}

	@Test
	void advanceWhenInDoubtAndSomeMachinesStayHiddenFailsAndListsTheOthers() {
		UUID id = doubted();
		this.cloud.showMachines(1);
		Launch launch = this.launches.settle(id);
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(failure(launch).message()).contains("1 machines of 2");
		assertThat(launch.effects().resources().all()).extracting(Resource::kind, Resource::state)
			.contains(tuple(Resource.Kind.INSTANCE, Resource.State.LEFT),
					tuple(Resource.Kind.CLIENT_TOKEN, Resource.State.UNKNOWN));
		assertThat(this.cloud.keyPairs()).hasSize(1);
	}

	@Test
	void advanceWhenWorkerDiesBeforeTaggingTagsAllTheSame() {
		this.launches.profile(CloudProfile.GENERIC);
		this.cloud.tagLater();
		this.cloud.crashAt(5, true);
		this.cloud.fail("tagInstances", Kind.UNCERTAIN, false);
		assertLaunchedOnce(settleAfterCrash());
		assertThat(this.cloud.laterTags()).hasSize(2)
			.allSatisfy((machine, tags) -> assertThat(tags).containsKey("cellar:launch-id"));
	}

	@Test
	void advanceWhenTheCloudDoesNotFindANewMachineYetTagsItLater() {
		this.launches.profile(CloudProfile.GENERIC);
		this.cloud.tagLater();
		this.cloud.fail("tagInstances", Kind.NOT_FOUND, false);
		assertLaunchedOnce(this.launches.settle(this.launches.take()));
		assertThat(this.cloud.laterTags()).hasSize(2)
			.allSatisfy((machine, tags) -> assertThat(tags).containsKey("cellar:launch-id"));
	}

	@Test
	void advanceWhenTheCloudDoesNotFindANewGroupYetWaitsForIt() {
		this.cloud.fail("run", Kind.NOT_FOUND, false);
		assertLaunchedOnce(this.launches.settle(this.launches.take()));
	}

	@Test
	void advanceWhenWhatWasMadeIsNotShownYetTakesItBackLater() {
		this.cloud.fail("createSecurityGroup", Kind.UNCERTAIN, true);
		this.cloud.fail("createSecurityGroup", Kind.CAPACITY, false);
		this.cloud.hideGroups(3);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.groups()).isEmpty();
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
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
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
	}

	@Test
	void advanceWhenALostImportTakesNoEffectLooksTwiceAfterTheGrace() {
		Launch failed = failedAfterALostImport();
		this.launches.clock().advance(TestLaunches.PROPERTIES.doubtGrace());
		int before = this.cloud.calls().size();
		Launch launch = this.launches.settle(failed.id());
		assertThat(this.cloud.calls().subList(before, this.cloud.calls().size())).containsExactly("hasKeyPair",
				"hasKeyPair");
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
	}

	@Test
	void advanceWhenMachinesAreEndingWaitsForTheirEnd() {
		this.cloud.machinesAre(InstanceState.SHUTTING_DOWN);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.launches.advance(id);
		assertThat(this.launches.get(id).state()).isEqualTo(LaunchState.COMPENSATING);
		this.cloud.machinesAre(InstanceState.TERMINATED);
		this.cloud.fail("deleteSecurityGroup", Kind.IN_USE, false);
		Launch launch = this.launches.settle(id);
		assertThat(failure(launch).code()).isEqualTo("machine-ended");
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
	}

	@Test
	void advanceWhenGroupStaysInUseGivesUpInTheEnd() {
		this.cloud.fail("run", Kind.CAPACITY, false);
		for (int i = 0; i < 1000; i++) {
			this.cloud.fail("deleteSecurityGroup", Kind.IN_USE, false);
		}
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.effects().resources().all()).filteredOn((resource) -> resource.state() == Resource.State.LEFT)
			.singleElement()
			.satisfies((group) -> assertThat(group.detail()).contains("IN_USE"));
		assertThat(this.cloud.keyPairs()).isEmpty();
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
		assertThat(failure(launch).message()).contains("'local' not found");
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.LEFT);
	}

	@Test
	void advanceWhenMachinesEndFailsAndSaysSo() {
		this.cloud.machinesAre(InstanceState.TERMINATED);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(failure(launch).code()).isEqualTo("machine-ended");
		assertThat(launch.effects().resources().all()).extracting(Resource::state).containsOnly(Resource.State.DELETED);
	}

	@Test
	void advanceWhenMachinesStayPendingFailsAndListsThem() {
		this.cloud.machinesAre(InstanceState.PENDING);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(failure(launch).code()).isEqualTo("not-running-in-time");
		assertThat(launch.effects().resources().all()).extracting(Resource::kind, Resource::state)
			.contains(tuple(Resource.Kind.INSTANCE, Resource.State.LEFT));
	}

	@Test
	void advanceWhenPortStaysClosedFails() {
		this.launches.checkPort(22, false);
		assertThat(failure(this.launches.settle(this.launches.take())).code()).isEqualTo("not-reachable-in-time");
	}

	@Test
	void advanceWhenPortAnswersIsReachableBeforeReady() {
		this.launches.checkPort(22, true);
		Launch launch = this.launches.settle(this.launches.take());
		assertThat(launch.progress().steps()).extracting(Step::name).endsWith("REACHABLE", "READY");
	}

	@Test
	void advanceWhenKeyPairIsMissingFails() {
		UUID id = this.launches.take(new LaunchOrder("local", "emi-c0de0001", null, new TreeMap<>(), null, "m1.small",
				1, "mine", null, null, null, new TreeMap<>()));
		assertThat(failure(this.launches.settle(id)).code()).isEqualTo("key-pair-not-found");
		assertThat(this.cloud.running()).isEmpty();
	}

	@Test
	void changeWhenAnotherWorkerWasFasterIsRefused() {
		Launch seen = this.store.get(this.launches.take());
		this.store.change(seen, (launch) -> launch.progress().recordTrouble("late"));
		assertThatExceptionOfType(StaleLaunchException.class)
			.isThrownBy(() -> this.store.change(seen, (launch) -> launch.progress().recordTrouble("late")));
	}

	private static Failure failure(Launch launch) {
		Failure failure = launch.progress().failure();
		assertThat(failure).isNotNull();
		return failure;
	}

	private void assertLaunchedOnce(Launch launch) {
		assertThat(launch.state()).isEqualTo(LaunchState.READY);
		assertThat(this.cloud.running()).hasSize(1);
		assertThat(this.cloud.running().getFirst().tags()).containsEntry("cellar:launch-id", launch.id().toString());
		assertThat(this.cloud.keyPairs()).hasSize(1);
		assertThat(this.cloud.groups()).hasSize(1);
		assertThat(this.cloud.rules()).hasSize(1);
	}

	/**
	 * Returns a launch whose machines were made, which the cloud did not say.
	 * @return its id
	 */
	private UUID doubted() {
		this.cloud.fail("run", Kind.UNCERTAIN, true);
		this.cloud.fail("run", Kind.TOKEN_MISMATCH, false);
		this.cloud.hideMachines(true);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.launches.advance(id);
		return id;
	}

	/**
	 * Returns a launch that takes back what it made, and cannot know whether that is a
	 * key pair.
	 * @return the launch
	 */
	private Launch failedAfterALostImport() {
		this.cloud.fail("importKeyPair", Kind.UNCERTAIN, false);
		this.cloud.fail("importKeyPair", Kind.REFUSED, false);
		UUID id = this.launches.take();
		this.launches.advance(id);
		this.launches.advance(id);
		Launch launch = this.launches.get(id);
		assertThat(launch.state()).isEqualTo(LaunchState.COMPENSATING);
		return launch;
	}

	private Launch settleAfterCrash() {
		UUID id = this.launches.take();
		assertThatExceptionOfType(FakeCloud.Crash.class).isThrownBy(() -> this.launches.settle(id));
		assertThat(this.launches.get(id).state().isSettled()).isFalse();
		return this.launches.settle(id);
	}

}
