package cellar.provisioning.launch;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.Clouds;

/**
 * Takes back what a failed launch made, as long as no machine of it may run, and writes
 * down what is left.
 */
@Component
class CleanUpStage implements Stage {

	private final Clouds clouds;

	CleanUpStage(Clouds clouds) {
		this.clouds = clouds;
	}

	@Override
	public LaunchState state() {
		return LaunchState.COMPENSATING;
	}

	@Override
	public Outcome work(Launch launch, boolean noted) {
		if (launch.mayHaveMachines()) {
			return failed("Machines of this launch may run, so nothing was taken back", leave("Machines may need it"));
		}
		Optional<Resource> open = launch.resources.reversed().stream().filter(Resource::isOpen).findFirst();
		if (open.isEmpty()) {
			return failed("Nothing is left to take back", (changed) -> {
			});
		}
		return takeBack(open.get(), this.clouds.get(launch.cloud));
	}

	private static Outcome takeBack(Resource resource, Cloud cloud) {
		try {
			delete(resource, cloud);
		}
		catch (CloudException ex) {
			if (ex.isTransient()) {
				throw ex;
			}
			if (!ex.is(CloudException.Kind.NOT_FOUND)) {
				String why = ex.code() + ": " + ex.getMessage();
				return note(resource, Resource.State.LEFT, why);
			}
		}
		return note(resource, Resource.State.DELETED, null);
	}

	private static void delete(Resource resource, Cloud cloud) {
		switch (resource.kind()) {
			case KEY_PAIR -> cloud.deleteKeyPair(resource.name());
			case SECURITY_GROUP -> {
				String id = resource.cloudId();
				Optional<String> found = (id != null) ? Optional.of(id) : cloud.securityGroup(resource.name());
				found.ifPresent(cloud::deleteSecurityGroup);
			}
			case INSTANCE, CLIENT_TOKEN -> {
				// Gone by themselves, or else nothing is taken back at all.
			}
		}
	}

	@Override
	public Outcome refused(Launch launch, CloudException ex) {
		return failed("Not everything was taken back", leave(ex.code() + ": " + ex.getMessage()));
	}

	@Override
	public Outcome expired(Launch launch) {
		return failed("It took too long to take everything back",
				leave((launch.lastTrouble != null) ? launch.lastTrouble : "The time for it was over"));
	}

	private static Outcome note(Resource resource, Resource.State state, @Nullable String why) {
		return new Outcome.Note(
				(launch) -> launch.change(resource.kind(), resource.name(), (changed) -> changed.with(state, why)));
	}

	private static Consumer<Launch> leave(String why) {
		return (launch) -> launch.resources.replaceAll((resource) -> {
			if (!resource.isOpen()) {
				return resource;
			}
			boolean gone = resource.kind() == Resource.Kind.INSTANCE && launch.machines.stream()
				.anyMatch((machine) -> machine.instanceId().equals(resource.name()) && machine.isGone());
			return gone ? resource.with(Resource.State.DELETED, null) : resource.with(Resource.State.LEFT, why);
		});
	}

	private static Outcome failed(String detail, Consumer<Launch> change) {
		return new Outcome.Enter(LaunchState.FAILED, null, detail, change);
	}

}
