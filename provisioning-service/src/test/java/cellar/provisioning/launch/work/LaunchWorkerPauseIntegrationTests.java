package cellar.provisioning.launch.work;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.instance.InstanceState;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests when the worker goes on, when it comes again, and what it counts as trouble.
 */
@DatabaseTest
class LaunchWorkerPauseIntegrationTests {

	/**
	 * The first backoff ends before it, the poll interval is longer.
	 */
	private static final Duration SOON = Duration.ofMillis(500);

	private final TestLaunches launches;

	private final FakeCloud cloud;

	LaunchWorkerPauseIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
		this.cloud = this.launches.cloud();
	}

	@Test
	void advanceWhenMachinesArePendingWaitsForThePollInterval() {
		this.cloud.machines().are(InstanceState.PENDING);
		UUID id = this.launches.take();
		assertThat(this.launches.advance(id)).contains(TestLaunches.PROPERTIES.pollInterval());
		assertNoTrouble(id, LaunchState.RUN_ACCEPTED);
	}

	@Test
	void advanceWhenMachinesChangeWhileItWaitsWritesThemDown() {
		this.launches.checkPort(22, false);
		UUID id = this.launches.take();
		assertThat(this.launches.advance(id)).contains(TestLaunches.PROPERTIES.pollInterval());
		this.cloud.machines().are(InstanceState.PENDING);
		assertThat(this.launches.advance(id)).contains(TestLaunches.PROPERTIES.pollInterval());
		assertThat(this.launches.get(id).effects().machines().all())
			.allSatisfy((machine) -> assertThat(machine.state()).isEqualTo(InstanceState.PENDING));
		assertNoTrouble(id, LaunchState.RUNNING);
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "THROTTLED", "UNREACHED", "UNCERTAIN" })
	void advanceWhenTheCloudDoesNotAnswerCountsTrouble(Kind kind) {
		this.cloud.script().fail("image", kind, false);
		UUID id = this.launches.take();
		assertComesSoon(this.launches.advance(id));
		assertTrouble(id, LaunchState.REQUESTED, "Fake." + kind + ": as ordered");
	}

	@Test
	void advanceWhenTheCloudNeverAnswersCountsEachTime() {
		UUID id = this.launches.take();
		for (int visit = 1; visit <= 3; visit++) {
			this.cloud.script().fail("image", Kind.UNREACHED, false);
			this.launches.advance(id);
			assertThat(this.launches.get(id).progress().failures()).isEqualTo(visit);
		}
	}

	@Test
	void advanceWhenOtherCallsKeepTheCloudBusyCountsNoTrouble() {
		this.cloud.script().fail("image", Kind.BUSY, false);
		UUID id = this.launches.take();
		assertComesSoon(this.launches.advance(id));
		assertNoTrouble(id, LaunchState.REQUESTED);
	}

	@Test
	void advanceWhenAnswerNamesTooFewMachinesCountsTrouble() {
		this.cloud.machines().answerWith(1);
		UUID id = this.launches.take();
		assertComesSoon(this.launches.advance(id));
		assertTrouble(id, LaunchState.RUN_INTENDED, "incomplete-answer: The cloud named 1 machines of 2");
	}

	@ParameterizedTest
	@CsvSource({ "authorizeIngress,KEY_READY", "run,RUN_INTENDED", "tagInstances,RUN_ACCEPTED" })
	void advanceWhenTheCloudDoesNotFindWhatIsNewCountsTrouble(String method, LaunchState state) {
		this.launches.profile(CloudProfile.GENERIC);
		this.cloud.machines().tagLater();
		this.cloud.script().fail(method, Kind.NOT_FOUND, false);
		UUID id = this.launches.take();
		assertComesSoon(this.launches.advance(id));
		assertTrouble(id, state, "Fake.NOT_FOUND: as ordered");
	}

	@Test
	void advanceWhenTheCloudHasAGroupAndHidesItCountsTrouble() {
		this.cloud.script().fail("createSecurityGroup", Kind.DUPLICATE, false);
		UUID id = this.launches.take();
		assertComesSoon(this.launches.advance(id));
		assertTrouble(id, LaunchState.KEY_READY,
				"not-shown-yet: The cloud has the security group and does not show it yet");
	}

	@Test
	void advanceWhenAGroupIsStillInUseCountsTrouble() {
		this.cloud.script().fail("run", Kind.CAPACITY, false);
		this.cloud.script().fail("deleteSecurityGroup", Kind.IN_USE, false);
		UUID id = this.launches.take();
		assertComesSoon(this.launches.advance(id));
		assertTrouble(id, LaunchState.COMPENSATING, "Fake.IN_USE: as ordered");
	}

	private static void assertComesSoon(Optional<Duration> delay) {
		assertThat(delay).hasValueSatisfying((soon) -> assertThat(soon).isLessThanOrEqualTo(SOON));
	}

	private void assertTrouble(UUID id, LaunchState state, String trouble) {
		Progress progress = this.launches.get(id).progress();
		assertThat(progress.state()).isEqualTo(state);
		assertThat(progress.failures()).isEqualTo(1);
		assertThat(progress.lastTrouble()).isEqualTo(trouble);
	}

	private void assertNoTrouble(UUID id, LaunchState state) {
		Progress progress = this.launches.get(id).progress();
		assertThat(progress.state()).isEqualTo(state);
		assertThat(progress.failures()).isZero();
		assertThat(progress.lastTrouble()).isNull();
	}

}
