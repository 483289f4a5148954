package cellar.provisioning.launch.effect;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import org.hibernate.Hibernate;

import cellar.provisioning.instance.Instance;

/**
 * All that one launch did to its cloud, or is about to do. What it says about attempts,
 * about machines and about what may have to be taken back fits together.
 */
@Embeddable
public class Effects {

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

	/**
	 * Writes down that the cloud took the last attempt.
	 * @param reservationId what the cloud made of it
	 * @param instances the machines
	 */
	public void accept(String reservationId, List<Instance> instances) {
		attempts().accept(reservationId);
		replaceMachines(instances);
	}

	/**
	 * Takes machines for those of this launch, instead of those that it had.
	 * @param instances the machines
	 */
	public void replaceMachines(List<Instance> instances) {
		machines().replaceWith(instances);
		instances.forEach((instance) -> resources().addMachine(instance.id()));
	}

	/**
	 * Writes down that nobody can tell what the last attempt made. Its token is left for
	 * people to look for.
	 */
	public void loseTrack() {
		attempts().lose();
		resources().addLostToken(attempts().last().clientToken());
	}

	/**
	 * Gives up on all that was not taken back yet.
	 * @param why why it is left behind
	 */
	public void leaveBehind(String why) {
		resources().leaveBehind(why, machines().terminatedIds());
	}

	/**
	 * Whether machines may run that belong to this launch.
	 * @return whether they may
	 */
	public boolean mayHaveMachines() {
		return !machines().areTerminated() || attempts().areLost();
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
	 * Loads all of it, so that it can be read outside of a transaction.
	 */
	public void load() {
		Hibernate.initialize(this.attempts);
		Hibernate.initialize(this.machines);
		Hibernate.initialize(this.resources);
	}

}
