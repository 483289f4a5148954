package cellar.provisioning.launch.work;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.cloud.CallScript;
import cellar.provisioning.cloud.CloudException.Kind;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests launches whose workers die at each call, before and after its effect, and whose
 * replies are lost. Others take over.
 */
@DatabaseTest
class LaunchWorkerCrashIntegrationTests {

	private static final List<String> CALLS = TestLaunches.CALLS;

	private final TestLaunches launches;

	private final FakeCloud cloud;

	LaunchWorkerCrashIntegrationTests(@Autowired LaunchStore store) {
		this.launches = new TestLaunches(store);
		this.cloud = this.launches.cloud();
	}

	static IntStream callsOfALaunch() {
		return IntStream.rangeClosed(1, CALLS.size());
	}

	@ParameterizedTest
	@MethodSource("callsOfALaunch")
	void advanceWhenWorkerDiesBeforeACallLaunchesOnce(int call) {
		this.cloud.script().crashAt(call, false);
		LaunchAssert.assertThat(this.launches.settleAfterCrash()).isLaunchedOnceIn(this.cloud);
	}

	@ParameterizedTest
	@MethodSource("callsOfALaunch")
	void advanceWhenWorkerDiesAfterTheEffectOfACallLaunchesOnce(int call) {
		this.cloud.script().crashAt(call, true);
		LaunchAssert.assertThat(this.launches.settleAfterCrash()).isLaunchedOnceIn(this.cloud);
	}

	@ParameterizedTest
	@MethodSource("callsOfALaunch")
	void advanceWhenWorkerDiesAndTheCloudShowsNothingYetLaunchesOnce(int call) {
		this.cloud.script().crashAt(call, true);
		this.cloud.machines().hideAll();
		UUID id = this.launches.take();
		assertThatExceptionOfType(CallScript.Crash.class).isThrownBy(() -> this.launches.settle(id));
		this.launches.advance(id);
		this.cloud.machines().showAll();
		LaunchAssert.assertThat(this.launches.settle(id)).isLaunchedOnceIn(this.cloud);
	}

	@ParameterizedTest
	@FieldSource("CALLS")
	void advanceWhenAReplyIsLostLaunchesOnce(String method) {
		this.cloud.script().fail(method, Kind.UNCERTAIN, true);
		this.cloud.script().fail(method, Kind.UNREACHED, false);
		this.cloud.script().fail(method, Kind.THROTTLED, false);
		LaunchAssert.assertThat(this.launches.settle(this.launches.take())).isLaunchedOnceIn(this.cloud);
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 7 })
	void advanceWhenWorkerDiesWhileTakingBackFinishesTakingBack(int call) {
		this.cloud.script().fail("run", Kind.CAPACITY, false);
		this.cloud.script().crashAt(call, true);
		Launch launch = this.launches.settleAfterCrash();
		assertThat(launch.state()).isEqualTo(LaunchState.FAILED);
		assertThat(this.cloud.keyPairs()).isEmpty();
		assertThat(this.cloud.groups()).isEmpty();
	}

	@Test
	void advanceWhenWorkerDiesBeforeTaggingTagsAllTheSame() {
		this.launches.profile(CloudProfile.GENERIC);
		this.cloud.machines().tagLater();
		this.cloud.script().crashAt(5, true);
		this.cloud.script().fail("tagInstances", Kind.UNCERTAIN, false);
		LaunchAssert.assertThat(this.launches.settleAfterCrash()).isLaunchedOnceIn(this.cloud);
		assertThat(this.cloud.machines().laterTags()).hasSize(2)
			.allSatisfy((machine, tags) -> assertThat(tags).containsKey("cellar:launch-id"));
	}

}
