package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.cloud.Instance;
import cellar.provisioning.launch.effect.Attempt;
import cellar.provisioning.launch.effect.Attempts;
import cellar.provisioning.launch.effect.Machine;
import cellar.provisioning.launch.effect.Machines;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.effect.Resources;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.userdata.Family;

/**
 * One launch, with all that is known about it.
 */
@Entity
public class Launch {

	@Id
	private UUID id;

	@Version
	private long version;

	private Submission submission;

	private Progress progress;

	private @Nullable String family;

	private byte @Nullable [] userData;

	private @Nullable String keyName;

	private @Nullable String groupId;

	private Instant createdAt;

	private Instant updatedAt;

	@ElementCollection
	@CollectionTable(name = "launch_attempt", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	private List<Attempt> attempts = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "launch_instance", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	private List<Machine> machines = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "launch_resource", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	private List<Resource> resources = new ArrayList<>();

	@SuppressWarnings("NullAway.Init") // JPA
	protected Launch() {
	}

	public Launch(UUID id, Submission submission, Instant now) {
		this.id = id;
		this.submission = submission;
		this.progress = new Progress(now);
		this.createdAt = now;
		this.updatedAt = now;
	}

	/**
	 * Takes the image for good, with the user data for it.
	 * @param family what the image runs, where a recipe had to know it
	 * @param rendered the user data, if there is any
	 */
	public void validate(@Nullable Family family, byte @Nullable [] rendered) {
		this.family = (family != null) ? family.toString() : null;
		this.userData = rendered;
	}

	/**
	 * Takes a key pair that the cloud has.
	 * @param name its name, or nothing where the machines get none
	 */
	public void useKeyPair(@Nullable String name) {
		this.keyName = name;
		resources().made(Resource.Kind.KEY_PAIR, resourceName(), name);
	}

	public void useGroup(String id) {
		this.groupId = id;
	}

	/**
	 * Writes down that the cloud took the last attempt.
	 * @param reservationId what the cloud made of it
	 * @param instances the machines
	 */
	public void accept(String reservationId, List<Instance> instances) {
		attempts().accept(reservationId);
		found(instances);
	}

	/**
	 * Takes machines for its own, instead of those that it had.
	 * @param instances the machines
	 */
	public void found(List<Instance> instances) {
		machines().found(instances);
		instances.forEach((instance) -> resources().foundMachine(instance.id()));
	}

	/**
	 * Begins to doubt that the last attempt made machines. The time for it counts from
	 * now.
	 * @param failure what the launch fails with if none are found
	 * @param now the time
	 */
	public void doubt(Failure failure, Instant now) {
		this.progress.doubt(failure, now);
		attempts().doubt();
	}

	/**
	 * Writes down that nobody can tell what the last attempt made. Its token is left for
	 * people to look for.
	 */
	public void loseTrack() {
		attempts().lose();
		resources().unknown(attempts().last().clientToken());
	}

	/**
	 * Gives up on all that was not taken back yet.
	 * @param why why it is left behind
	 */
	public void leaveOpen(String why) {
		resources().leaveOpen(why, machines().terminatedIds());
	}

	void touch(Instant now) {
		this.updatedAt = now;
	}

	public UUID id() {
		return this.id;
	}

	public Submission submission() {
		return this.submission;
	}

	public LaunchOrder order() {
		return this.submission.order();
	}

	public String cloud() {
		return this.submission.cloud();
	}

	/**
	 * Whether nobody has changed this launch since it was read.
	 * @param seen the launch as it was read
	 * @return whether it is as it was
	 */
	boolean isStill(Launch seen) {
		return this.version == seen.version;
	}

	public LaunchState state() {
		return this.progress.state();
	}

	public Progress progress() {
		return this.progress;
	}

	public @Nullable String family() {
		return this.family;
	}

	/**
	 * Returns the user data as requests carry it.
	 * @return the user data in base64, or nothing
	 */
	public @Nullable String userData() {
		return (this.userData != null) ? Base64.getEncoder().encodeToString(this.userData) : null;
	}

	public @Nullable String keyName() {
		return this.keyName;
	}

	public @Nullable String groupId() {
		return this.groupId;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

	/**
	 * Returns what a launch calls things that it makes.
	 * @return a name that no other launch uses
	 */
	public String resourceName() {
		return "cellar-" + this.id;
	}

	public Attempts attempts() {
		return new Attempts(this.attempts);
	}

	public Machines machines() {
		return new Machines(this.machines);
	}

	public Resources resources() {
		return new Resources(this.resources);
	}

	/**
	 * Whether machines may run that belong to this launch.
	 * @return whether they may
	 */
	public boolean mayHaveMachines() {
		return !machines().areTerminated() || attempts().areLost();
	}

	/**
	 * Loads all that belongs to it, so that it can be read outside of a transaction.
	 * @return this
	 */
	Launch whole() {
		this.progress.load();
		Hibernate.initialize(this.attempts);
		Hibernate.initialize(this.machines);
		Hibernate.initialize(this.resources);
		return this;
	}

}
