package cellar.provisioning.launch;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
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

	private static final int ENOUGH_EMPTY_LOOKUPS = 2;

	private final Clouds clouds;

	private final LaunchProperties properties;

	private final Clock clock;

	CleanUpStage(Clouds clouds, LaunchProperties properties, Clock clock) {
		this.clouds = clouds;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public LaunchState state() {
		return LaunchState.COMPENSATING;
	}

	@Override
	public Outcome work(Launch launch, boolean noted) {
		if (launch.mayHaveMachines()) {
			return awaitEnd(launch);
		}
		// A group may have to wait for machines that end, a key pair does not.
		Optional<Resource> open = launch.resources.stream()
			.filter(Resource::isOpen)
			.min(Comparator.comparing(Resource::kind));
		if (open.isEmpty()) {
			return failed("Nothing is left to take back", (changed) -> {
			});
		}
		return takeBack(launch, open.get(), this.clouds.get(launch.cloud));
	}

	private Outcome awaitEnd(Launch launch) {
		List<Machine> seen = AwaitRunningStage.lookAtTheEnd(launch, this.clouds);
		boolean ending = launch.attempts.stream().noneMatch((attempt) -> attempt.is(Attempt.Status.UNKNOWN))
				&& seen.stream().allMatch((machine) -> machine.isGone() || machine.isEnding());
		if (!ending) {
			return failed("Machines of this launch may run, so nothing was taken back",
					((Consumer<Launch>) (changed) -> AwaitRunningStage.replace(changed, seen))
						.andThen(leave("Machines may need it")));
		}
		if (seen.stream().allMatch(Machine::isGone)) {
			return new Outcome.Note((changed) -> AwaitRunningStage.replace(changed, seen));
		}
		return seen.equals(launch.machines) ? new Outcome.Wait()
				: new Outcome.Wait((changed) -> AwaitRunningStage.replace(changed, seen));
	}

	private Outcome takeBack(Launch launch, Resource resource, Cloud cloud) {
		try {
			return delete(resource, cloud) ? note(resource, Resource.State.DELETED, null) : notFound(launch, resource);
		}
		catch (CloudException ex) {
			if (ex.isTransient()) {
				throw ex;
			}
			return switch (ex.kind()) {
				case NOT_FOUND -> notFound(launch, resource);
				// Machines that are gone hold on to it for a while.
				case IN_USE -> throw new CloudException(CloudException.Kind.UNCERTAIN, ex.code(),
						String.valueOf(ex.getMessage()), ex);
				default -> note(resource, Resource.State.LEFT, ex.code() + ": " + ex.getMessage());
			};
		}
	}

	/**
	 * Deletes something.
	 * @param resource what
	 * @param cloud where
	 * @return whether the cloud found it
	 */
	private static boolean delete(Resource resource, Cloud cloud) {
		switch (resource.kind()) {
			case KEY_PAIR -> cloud.deleteKeyPair(resource.name());
			case SECURITY_GROUP -> {
				String id = resource.cloudId();
				Optional<String> found = (id != null) ? Optional.of(id) : cloud.securityGroup(resource.name());
				found.ifPresent(cloud::deleteSecurityGroup);
				return found.isPresent();
			}
			case INSTANCE, CLIENT_TOKEN -> {
				// Gone by themselves, or else nothing is taken back at all.
			}
		}
		return true;
	}

	private Outcome notFound(Launch launch, Resource resource) {
		if (this.clock.instant().isBefore(launch.stateSince.plus(this.properties.doubtGrace()))) {
			return new Outcome.Wait();
		}
		if (resource.emptyLookups() + 1 < ENOUGH_EMPTY_LOOKUPS) {
			return new Outcome.Wait(
					(changed) -> changed.change(resource.kind(), resource.name(), Resource::lookedUpInVain));
		}
		return note(resource, Resource.State.DELETED, null);
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
