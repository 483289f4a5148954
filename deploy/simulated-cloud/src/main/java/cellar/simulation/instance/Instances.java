package cellar.simulation.instance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.state.Records;
import cellar.simulation.state.ResourceIds;
import cellar.simulation.state.State;

/**
 * The machines of the account, by reservation.
 */
public final class Instances {

	private final Records<Reservation> records;

	private final Visibility visibility;

	private final Clock clock;

	private final ClientTokens tokens;

	private Instances(Records<Reservation> records, Visibility visibility, Clock clock) {
		this.records = records;
		this.visibility = visibility;
		this.clock = clock;
		this.tokens = new ClientTokens(records, clock);
	}

	/**
	 * Opens the machines of a cloud.
	 * @param state where they are kept
	 * @param visibility which of them are seen already
	 * @param clock the time that their states follow
	 * @return the machines
	 */
	public static Instances in(State state, Visibility visibility, Clock clock) {
		return new Instances(state.records("reservations", Reservation.class), visibility, clock);
	}

	/**
	 * Returns what client tokens launched.
	 * @return the tokens of these machines
	 */
	public ClientTokens tokens() {
		return this.tokens;
	}

	/**
	 * Returns all machines that are not forgotten yet, hidden ones included.
	 * @return the machines by reservation
	 */
	public List<Reservation> reservations() {
		Instant now = this.clock.instant();
		return this.records.all()
			.stream()
			.map((reservation) -> reservation.only((instance) -> instance.isListedAt(now)))
			.filter((reservation) -> !reservation.instances().isEmpty())
			.toList();
	}

	/**
	 * Returns all machines that hold resources: neither terminated nor forgotten.
	 * @return the machines
	 */
	public List<Instance> alive() {
		Instant now = this.clock.instant();
		return machines().filter((instance) -> instance.stateAt(now) != InstanceState.TERMINATED).toList();
	}

	/**
	 * Returns which machines hold a security group.
	 * @param groupId the group
	 * @return the ids of the machines
	 */
	public List<String> holdersOf(String groupId) {
		return alive().stream().filter((instance) -> instance.groups().containsKey(groupId)).map(Instance::id).toList();
	}

	/**
	 * Returns what a describing call sees.
	 * @param ids the machines that are asked for, or none to see all
	 * @return the reservations, each with the machines of it that are seen
	 */
	List<Reservation> look(List<String> ids) {
		List<Reservation> seen = reservations().stream()
			.map((reservation) -> reservation.only((instance) -> ids.isEmpty() || ids.contains(instance.id())))
			.map((reservation) -> reservation.only(this.visibility::look))
			.filter((reservation) -> !reservation.instances().isEmpty())
			.toList();
		requireAmong(ids, seen);
		return seen;
	}

	private static void requireAmong(List<String> ids, List<Reservation> seen) {
		List<String> missing = new ArrayList<>(ids);
		seen.forEach((reservation) -> reservation.instances().forEach((instance) -> missing.remove(instance.id())));
		if (!missing.isEmpty()) {
			throw notFound(missing.getFirst());
		}
	}

	/**
	 * Returns a machine, if it is seen already.
	 * @param id its id
	 * @return the machine
	 * @throws Ec2Exception {@code InvalidInstanceID.Malformed} or
	 * {@code InvalidInstanceID.NotFound}
	 */
	public Instance require(String id) {
		requireWellFormed(id);
		return look(List.of(id)).getFirst().instances().getFirst();
	}

	/**
	 * Finds a machine, even one that is not seen yet or no longer.
	 * @param id its id
	 * @return the machine, if it ever was
	 */
	Optional<Instance> find(String id) {
		return machines().filter((instance) -> instance.id().equals(id)).findFirst();
	}

	static void requireWellFormed(String id) {
		if (!ResourceIds.isWellFormed("i", id)) {
			throw Ec2Exception.refused("InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
		}
	}

	static Ec2Exception notFound(String id) {
		return Ec2Exception.refused("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
	}

	/**
	 * Adds what a {@code RunInstances} call launched.
	 * @param reservation the new machines
	 */
	public void add(Reservation reservation) {
		this.tokens.forgetOld();
		this.records.put(reservation.id(), reservation);
		reservation.instances().forEach(this.visibility::launched);
	}

	/**
	 * Puts a changed machine in the place of what it was.
	 * @param changed the machine
	 * @throws Ec2Exception {@code InvalidInstanceID.NotFound} if it never was
	 */
	public void save(Instance changed) {
		Reservation reservation = this.records.all()
			.stream()
			.filter((candidate) -> candidate.instances().stream().anyMatch((old) -> old.id().equals(changed.id())))
			.findFirst()
			.orElseThrow(() -> notFound(changed.id()));
		this.records.put(reservation.id(), reservation.with(changed));
	}

	private Stream<Instance> machines() {
		return this.records.all().stream().flatMap((reservation) -> reservation.instances().stream());
	}

}
