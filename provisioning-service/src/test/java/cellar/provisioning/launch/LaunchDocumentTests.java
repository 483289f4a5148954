package cellar.provisioning.launch;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.TestOrders;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.Submission;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what callers see of a launch that failed.
 */
class LaunchDocumentTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final Launch launch = new Launch(UUID.randomUUID(),
			Submission.of("alice", null, TestOrders.simple(), "any"), NOW);

	@Test
	void ofWhenLaunchHasNotFailedShowsNeitherFailureNorCleanup() {
		assertThat(LaunchDocument.of(this.launch)).satisfies((document) -> {
			assertThat(document.failure()).isNull();
			assertThat(document.cleanup()).isNull();
		});
	}

	@Test
	void ofWhenThingsAreTakenBackShowsPendingCleanup() {
		fail();
		assertThat(LaunchDocument.of(this.launch)).satisfies((document) -> {
			assertThat(document.failure()).isEqualTo(new LaunchDocument.FailureDocument("cloud-capacity", "Full"));
			assertThat(document.cleanup()).extracting(LaunchDocument.CleanupDocument::state)
				.isEqualTo(LaunchDocument.CleanupDocument.State.PENDING);
		});
	}

	@Test
	void ofWhenEverythingWasTakenBackShowsDoneCleanup() {
		fail();
		this.launch.effects().resources().markDeleted(Resource.Kind.KEY_PAIR, "key");
		this.launch.progress().enter(LaunchState.FAILED, null, null, NOW);
		assertThat(LaunchDocument.of(this.launch).cleanup()).extracting(LaunchDocument.CleanupDocument::state)
			.isEqualTo(LaunchDocument.CleanupDocument.State.DONE);
	}

	@Test
	void ofWhenSomethingIsLeftShowsIt() {
		fail();
		this.launch.effects().resources().markLeft(Resource.Kind.KEY_PAIR, "key", "not allowed");
		this.launch.progress().enter(LaunchState.FAILED, null, null, NOW);
		assertThat(LaunchDocument.of(this.launch).cleanup()).satisfies((cleanup) -> {
			assertThat(cleanup).isNotNull();
			assertThat(cleanup.state()).isEqualTo(LaunchDocument.CleanupDocument.State.LEFTOVERS);
			assertThat(cleanup.resources()).containsExactly(new LaunchDocument.ResourceDocument(Resource.Kind.KEY_PAIR,
					"key", Resource.State.LEFT, "not allowed"));
		});
	}

	private void fail() {
		this.launch.effects().resources().intend(Resource.Kind.KEY_PAIR, "key");
		this.launch.progress().fail(new Failure(FailureCode.CLOUD_CAPACITY, "Full"), NOW);
	}

}
