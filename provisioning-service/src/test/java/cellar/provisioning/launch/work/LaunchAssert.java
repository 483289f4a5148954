package cellar.provisioning.launch.work;

import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;

import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;

/**
 * Says how a launch ended.
 */
final class LaunchAssert extends AbstractObjectAssert<LaunchAssert, Launch> {

	private LaunchAssert(Launch launch) {
		super(launch, LaunchAssert.class);
	}

	static LaunchAssert assertThat(Launch launch) {
		return new LaunchAssert(launch);
	}

	LaunchAssert hasFailureCode(FailureCode code) {
		Assertions.assertThat(failure().code()).isEqualTo(code);
		return this;
	}

	LaunchAssert hasFailureMessageContaining(String part) {
		Assertions.assertThat(failure().message()).contains(part);
		return this;
	}

	LaunchAssert hasTakenEverythingBack() {
		Assertions.assertThat(this.actual.effects().resources().all())
			.extracting(Resource::state)
			.containsOnly(Resource.State.DELETED);
		return this;
	}

	/**
	 * Checks that everything was made, and nothing twice.
	 * @param cloud where
	 * @return this
	 */
	LaunchAssert isLaunchedOnceIn(FakeCloud cloud) {
		Assertions.assertThat(this.actual.state()).isEqualTo(LaunchState.READY);
		Assertions.assertThat(cloud.machines().running())
			.singleElement()
			.satisfies((request) -> Assertions.assertThat(request.tags())
				.containsEntry("cellar:launch-id", this.actual.id().toString()));
		Assertions.assertThat(cloud.keyPairs()).hasSize(1);
		Assertions.assertThat(cloud.groups()).hasSize(1);
		Assertions.assertThat(cloud.rules()).hasSize(1);
		return this;
	}

	private Failure failure() {
		Failure failure = this.actual.progress().failure();
		Assertions.assertThat(failure).isNotNull();
		return failure;
	}

}
