package cellar.provisioning.launch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/**
 * One launch, with all that is known about it.
 */
@Entity
class Launch {

	@Id
	UUID id;

	@Version
	long version;

	String owner;

	@Nullable String idempotencyKey;

	String request;

	String requestHash;

	String cloud;

	String image;

	@Enumerated(EnumType.STRING)
	LaunchState state;

	Instant stateSince;

	/** Transient failures since the last transition. */
	int failures;

	/** What the last transient failure was. */
	@Nullable String lastTrouble;

	@Nullable String family;

	byte @Nullable [] userData;

	@Nullable String keyName;

	@Nullable String groupId;

	@Nullable String failureCode;

	@Nullable String failureMessage;

	Instant createdAt;

	Instant updatedAt;

	@ElementCollection
	@CollectionTable(name = "launch_step", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	List<Step> steps = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "launch_attempt", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	List<Attempt> attempts = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "launch_instance", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	List<Machine> machines = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "launch_resource", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	List<Resource> resources = new ArrayList<>();

	@SuppressWarnings("NullAway.Init") // JPA
	protected Launch() {
	}

	Launch(UUID id, String owner, @Nullable String idempotencyKey, String request, String requestHash, String cloud,
			String image, Instant now) {
		this.id = id;
		this.owner = owner;
		this.idempotencyKey = idempotencyKey;
		this.request = request;
		this.requestHash = requestHash;
		this.cloud = cloud;
		this.image = image;
		this.state = LaunchState.REQUESTED;
		this.stateSince = now;
		this.createdAt = now;
		this.updatedAt = now;
		this.steps.add(new Step(LaunchState.REQUESTED.name(), now, now, "Written down"));
		this.steps.add(new Step(LaunchState.VALIDATED.name(), now, null, null));
	}

	/**
	 * Returns what a launch calls things that it makes.
	 * @return a name that no other launch uses
	 */
	String resourceName() {
		return "cellar-" + this.id;
	}

	Attempt attempt() {
		return this.attempts.getLast();
	}

	void attempt(Attempt changed) {
		this.attempts.set(this.attempts.size() - 1, changed);
	}

	Optional<Resource> resource(Resource.Kind kind) {
		return this.resources.stream().filter((resource) -> resource.kind() == kind).findFirst();
	}

	void change(Resource.Kind kind, String name, UnaryOperator<Resource> change) {
		this.resources.replaceAll((resource) -> (resource.kind() == kind && resource.name().equals(name))
				? change.apply(resource) : resource);
	}

	/**
	 * Whether machines may run that belong to this launch.
	 * @return whether they may
	 */
	boolean mayHaveMachines() {
		return this.machines.stream().anyMatch((machine) -> !machine.isGone())
				|| this.attempts.stream().anyMatch((attempt) -> attempt.is(Attempt.Status.UNKNOWN));
	}

	/**
	 * Ends the step that is open and enters a state.
	 * @param entered the state
	 * @param next the state that the work to come leads to, or nothing
	 * @param detail what came of the step that ends
	 * @param now the time
	 */
	void enter(LaunchState entered, @Nullable LaunchState next, @Nullable String detail, Instant now) {
		Step open = this.steps.getLast();
		if (open.endedAt() == null) {
			this.steps.set(this.steps.size() - 1, open.ended(now, detail));
		}
		if (next != null) {
			this.steps.add(new Step(next.name(), now, null, null));
		}
		this.state = entered;
		this.stateSince = now;
		this.failures = 0;
		this.lastTrouble = null;
	}

	/**
	 * Loads all that belongs to it, so that it can be read outside of a transaction.
	 * @return this
	 */
	Launch whole() {
		Hibernate.initialize(this.steps);
		Hibernate.initialize(this.attempts);
		Hibernate.initialize(this.machines);
		Hibernate.initialize(this.resources);
		return this;
	}

}
