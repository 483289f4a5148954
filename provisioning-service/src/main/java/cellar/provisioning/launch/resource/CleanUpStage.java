package cellar.provisioning.launch.resource;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.effect.Machine;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.run.MachineWatch;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.DoubtGrace;
import cellar.provisioning.launch.work.LaunchProperties;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Deletes what a failed launch made, unless a machine of it may still run, and records
 * what is left.
 */
@Component
class CleanUpStage implements Stage {

	private final Clouds clouds;

	private final MachineWatch watch;

	private final DoubtGrace grace;

	CleanUpStage(Clouds clouds, MachineWatch watch, LaunchProperties properties, Clock clock) {
		this.clouds = clouds;
		this.watch = watch;
		this.grace = new DoubtGrace(properties.doubtGrace(), clock);
	}

	@Override
	public LaunchState state() {
		return LaunchState.COMPENSATING;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		if (launch.effects().mayHaveMachines()) {
			return awaitEnd(launch);
		}
		Optional<Resource> open = launch.effects().resources().nextOpen();
		if (open.isEmpty()) {
			return failed("Nothing is left to delete", (changed) -> {
			});
		}
		return takeBack(launch, open.get(), this.clouds.get(launch.cloud()));
	}

	private Outcome awaitEnd(Launch launch) {
		List<Machine> seen = this.watch.lookAtEnding(launch);
		boolean ending = !launch.effects().attempts().areLost()
				&& seen.stream().allMatch((machine) -> machine.state().isEndingOrTerminated());
		if (!ending) {
			return failed("Machines of this launch may still run, so nothing was deleted", (changed) -> {
				changed.effects().machines().update(seen);
				changed.effects().leaveBehind("Machines may need it");
			});
		}
		if (seen.stream().allMatch(Machine::isTerminated)) {
			return new Outcome.Note((changed) -> changed.effects().machines().update(seen));
		}
		return MachineWatch.waitFor(launch, seen);
	}

	private Outcome takeBack(Launch launch, Resource resource, Cloud cloud) {
		try {
			if (!delete(resource, cloud)) {
				return notFound(launch, resource);
			}
			return resource.isInDoubt() ? new Outcome.Wait() : deleted(resource);
		}
		catch (CloudException ex) {
			return switch (ex.kind()) {
				case NOT_FOUND -> notFound(launch, resource);
				// Machines that are gone hold on to it for a while.
				case IN_USE -> Outcome.Retry.after(ex);
				case CAPACITY, REFUSED, UNAUTHORIZED, DUPLICATE, TOKEN_SPENT,
						TOKEN_MISMATCH ->
					new Outcome.Note((changed) -> changed.effects()
						.resources()
						.markLeft(resource.kind(), resource.name(), ex.code() + ": " + ex.getMessage()));
				case BUSY, THROTTLED, UNREACHED, UNCERTAIN -> throw ex;
			};
		}
	}

	/**
	 * Deletes something. Clouds agree to delete a key pair that they do not have, so they
	 * are asked for it first where that is in doubt.
	 * @param resource what
	 * @param cloud where
	 * @return whether the cloud found it
	 */
	private static boolean delete(Resource resource, Cloud cloud) {
		switch (resource.kind()) {
			case KEY_PAIR -> {
				boolean found = !resource.isInDoubt() || cloud.hasKeyPair(resource.name());
				if (found) {
					cloud.deleteKeyPair(resource.name());
				}
				return found;
			}
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
		if (this.grace.lasts(launch.progress().stateSince())) {
			return new Outcome.Wait();
		}
		if (!this.grace.isProof(resource.emptyLookups())) {
			return new Outcome.Wait(
					(changed) -> changed.effects().resources().countEmptyLookup(resource.kind(), resource.name()));
		}
		return deleted(resource);
	}

	private static Outcome deleted(Resource resource) {
		return new Outcome.Note((launch) -> launch.effects().resources().markDeleted(resource.kind(), resource.name()));
	}

	@Override
	public Outcome refused(Launch launch, CloudException ex) {
		return failed("Not everything was deleted",
				(changed) -> changed.effects().leaveBehind(ex.code() + ": " + ex.getMessage()));
	}

	@Override
	public Outcome expired(Launch launch) {
		String trouble = launch.progress().lastTrouble();
		return failed("The cleanup took too long", (changed) -> changed.effects()
			.leaveBehind((trouble != null) ? trouble : "The cleanup ran out of time"));
	}

	private static Outcome failed(String detail, Consumer<Launch> change) {
		return new Outcome.Enter(LaunchState.FAILED, null, detail, change);
	}

}
