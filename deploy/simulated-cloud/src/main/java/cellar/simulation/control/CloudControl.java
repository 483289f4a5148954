package cellar.simulation.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import cellar.simulation.fault.FaultOrder;
import cellar.simulation.instance.Instance;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.Visibility;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.launch.Capacity;
import cellar.simulation.query.RecordedRequest;
import cellar.simulation.securitygroup.SecurityGroup;

/**
 * What can be seen and ordered behind the back of the cloud's users.
 */
public interface CloudControl {

	/**
	 * Returns the time of the cloud's clock.
	 * @return the time that the states of machines follow from
	 */
	Instant now();

	/**
	 * Returns all machines that are still described, terminated ones and ones that
	 * callers do not see yet included.
	 * @return the machines by reservation
	 */
	List<Reservation> reservations();

	/**
	 * Returns the machines of all reservations.
	 * @return the machines
	 */
	default List<Instance> instances() {
		return reservations().stream().flatMap((reservation) -> reservation.instances().stream()).toList();
	}

	/**
	 * Returns all key pairs.
	 * @return the key pairs in any order
	 */
	List<KeyPair> keyPairs();

	/**
	 * Returns all security groups, the default one included.
	 * @return the groups in any order
	 */
	List<SecurityGroup> securityGroups();

	/**
	 * Returns what the cloud's users made and did not remove.
	 * @return the resources, empty after a complete clean-up
	 */
	Resources resources();

	/**
	 * Returns the last authentic calls.
	 * @return the calls, oldest first
	 */
	List<RecordedRequest> requests();

	/**
	 * Returns how many authentic calls there were of each action.
	 * @return the counts by action
	 */
	Map<String, Long> requestCounts();

	/**
	 * Returns the faults that are still to come.
	 * @return the faults in the order they were given
	 */
	List<FaultOrder> faults();

	/**
	 * Orders something to go wrong.
	 * @param fault what, and for which calls
	 */
	void inject(FaultOrder fault);

	/**
	 * Drops all faults that are still to come.
	 */
	void clearFaults();

	/**
	 * Returns how many machines fit.
	 * @return the limits, none if only the account is limited
	 */
	List<Capacity.Limit> capacity();

	/**
	 * Changes how many machines fit.
	 * @param limits the new limits, in place of all before
	 */
	void limitCapacity(List<Capacity.Limit> limits);

	/**
	 * Returns when new machines are seen.
	 * @return what holds now
	 */
	Visibility.Consistency consistency();

	/**
	 * Changes when new machines are seen.
	 * @param consistency what holds for machines launched from now on
	 */
	void setConsistency(Visibility.Consistency consistency);

	/**
	 * Returns to the state of the first start: machines, key pairs, groups, faults,
	 * limits and recorded calls are gone.
	 */
	void reset();

}
