package cellar.provisioning.launch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.launch.effect.Machine;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.Step;

/**
 * A launch as callers see it.
 *
 * @param id its id
 * @param state how far it has come
 * @param cloud where it is
 * @param image id of the image
 * @param owner who asked for it
 * @param recipe what the machines become, if anything
 * @param family what the machines run, once known
 * @param instanceType size of the machines
 * @param count how many were asked for
 * @param keyName name of the key pair, once known
 * @param securityGroup id of the security group, once known
 * @param createdAt when it was asked for
 * @param updatedAt when anything changed last
 * @param instances the machines
 * @param steps what was done
 * @param failure why it failed
 * @param cleanup what became of the things that a failed launch made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LaunchDocument(UUID id, LaunchState state, String cloud, String image, String owner, @Nullable String recipe,
		@Nullable String family, String instanceType, int count, @Nullable String keyName,
		@Nullable String securityGroup, Instant createdAt, Instant updatedAt, List<InstanceDocument> instances,
		List<StepDocument> steps, @Nullable FailureDocument failure, @Nullable CleanupDocument cleanup) {

	static LaunchDocument of(Launch launch) {
		LaunchOrder order = launch.order();
		return new LaunchDocument(launch.id(), launch.state(), launch.cloud(), order.image(),
				launch.submission().owner(), order.recipe(), launch.preparation().family(), order.instanceType(),
				order.count(), launch.preparation().keyName(), launch.preparation().groupId(), launch.createdAt(),
				launch.updatedAt(), launch.effects().machines().all().stream().map(InstanceDocument::of).toList(),
				launch.progress().steps().stream().map(StepDocument::of).toList(), FailureDocument.of(launch),
				CleanupDocument.of(launch));
	}

	/**
	 * A machine.
	 *
	 * @param id its id
	 * @param state its state, as the cloud calls it
	 * @param publicIp its public address, once known
	 * @param privateIp its private address, once known
	 */
	record InstanceDocument(String id, String state, @Nullable String publicIp, @Nullable String privateIp) {

		static InstanceDocument of(Machine machine) {
			return new InstanceDocument(machine.instanceId(), machine.state().toString(), machine.publicIp(),
					machine.privateIp());
		}

	}

	/**
	 * The way to one state.
	 *
	 * @param name the state that it leads to
	 * @param startedAt when the work began
	 * @param endedAt when it ended, well or not
	 * @param detail what came of it
	 */
	record StepDocument(String name, Instant startedAt, @Nullable Instant endedAt, @Nullable String detail) {

		static StepDocument of(Step step) {
			return new StepDocument(step.name(), step.startedAt(), step.endedAt(), step.detail());
		}

	}

	/**
	 * Why a launch failed.
	 *
	 * @param code the reason, in kebab case
	 * @param message the reason, for people
	 */
	record FailureDocument(String code, String message) {

		static @Nullable FailureDocument of(Launch launch) {
			Failure failure = launch.progress().failure();
			if (failure == null || !launch.state().hasFailed()) {
				return null;
			}
			return new FailureDocument(failure.code().toString(), failure.message());
		}

	}

	/**
	 * What became of the things that a failed launch made.
	 *
	 * @param state how far it has come
	 * @param resources the things
	 */
	record CleanupDocument(State state, List<ResourceDocument> resources) {

		static @Nullable CleanupDocument of(Launch launch) {
			if (!launch.state().hasFailed()) {
				return null;
			}
			return new CleanupDocument(State.of(launch),
					launch.effects().resources().all().stream().map(ResourceDocument::of).toList());
		}

		/**
		 * How far it has come to take things back.
		 */
		enum State {

			/** They are still taken back. */
			PENDING,

			/** Nothing is left. */
			DONE,

			/** Something is left, or may be. */
			LEFTOVERS;

			static State of(Launch launch) {
				if (launch.state() == LaunchState.COMPENSATING) {
					return PENDING;
				}
				return launch.effects().resources().areDeleted() ? DONE : LEFTOVERS;
			}

		}

	}

	/**
	 * Something that a launch made.
	 *
	 * @param kind what it is
	 * @param id its id in the cloud, or its name
	 * @param state whether it is there
	 * @param detail why it is still there
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ResourceDocument(Resource.Kind kind, String id, Resource.State state, @Nullable String detail) {

		static ResourceDocument of(Resource resource) {
			String id = resource.cloudId();
			return new ResourceDocument(resource.kind(), (id != null) ? id : resource.name(), resource.state(),
					resource.detail());
		}

	}

}
