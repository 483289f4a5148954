package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.TestOrders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests changes of a launch by several at once, and how launches are counted.
 */
@DatabaseTest
class LaunchStoreIntegrationTests {

	private static final Instant LONG_AGO = Instant.parse("2016-11-22T12:00:00Z");

	private final LaunchStore store;

	LaunchStoreIntegrationTests(@Autowired LaunchStore store) {
		this.store = store;
	}

	@Test
	void changeWhenAnotherWorkerWasFasterIsRefused() {
		Launch seen = this.store.add(launch(Instant.parse("2026-11-22T12:00:00Z")));
		this.store.change(seen, (launch) -> launch.progress().recordTrouble("late"));
		assertThatExceptionOfType(StaleLaunchException.class)
			.isThrownBy(() -> this.store.change(seen, (launch) -> launch.progress().recordTrouble("late")));
	}

	@Test
	void figuresCountStatesAndWhatIsLeft() {
		LaunchFigures before = this.store.figures();
		Launch failing = this.store.add(launch(LONG_AGO));
		this.store.change(failing, (launch) -> {
			launch.effects().resources().intend(Resource.Kind.SECURITY_GROUP, "group");
			launch.effects().resources().markLeft(Resource.Kind.SECURITY_GROUP, "group", "In use");
			fail(launch);
		});
		LaunchFigures after = this.store.figures();
		assertThat(after.leftovers(Resource.Kind.SECURITY_GROUP))
			.isEqualTo(before.leftovers(Resource.Kind.SECURITY_GROUP) + 1);
		assertThat(after.leftovers(Resource.Kind.INSTANCE)).isEqualTo(before.leftovers(Resource.Kind.INSTANCE));
		assertThat(after.in(LaunchState.FAILED)).isEqualTo(before.in(LaunchState.FAILED) + 1);
	}

	@Test
	void figuresTellSinceWhenTheOldestIsNotSettled() {
		Launch waiting = this.store.add(launch(LONG_AGO));
		assertThat(this.store.figures().oldestUnsettled()).contains(LONG_AGO);
		this.store.change(waiting, LaunchStoreIntegrationTests::fail);
		assertThat(this.store.figures().oldestUnsettled()).isNotEqualTo(Optional.of(LONG_AGO));
	}

	private static void fail(Launch launch) {
		launch.progress().fail(new Failure(FailureCode.CLOUD_CAPACITY, "Full"), LONG_AGO);
		launch.progress().enter(LaunchState.FAILED, null, null, LONG_AGO);
	}

	private static Launch launch(Instant createdAt) {
		return new Launch(UUID.randomUUID(), Submission.of("alice", null, TestOrders.simple(), "any"), createdAt);
	}

}
