package cellar.simulation.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * The faults that are still to come, in the order they were given. They are forgotten
 * when the process ends.
 */
public final class Faults {

	private static final int MAX_PENDING = 1000;

	private final List<FaultOrder> pending = new ArrayList<>();

	/**
	 * Adds a fault behind those that are still to come.
	 * @param order the fault
	 * @throws IllegalArgumentException if 1000 faults are still to come
	 */
	public synchronized void add(FaultOrder order) {
		if (this.pending.size() == MAX_PENDING) {
			throw new IllegalArgumentException("There are " + MAX_PENDING + " faults already; clear them first");
		}
		this.pending.add(order);
	}

	/**
	 * Takes what hits the next call of an action: every delay that is due, and the first
	 * of the other faults, which keeps the rest for later calls.
	 * @param action the action
	 * @return the faults, none if the call goes well
	 */
	public synchronized List<Fault> take(String action) {
		List<Fault> due = new ArrayList<>();
		boolean decided = false;
		for (int i = 0; i < this.pending.size(); i++) {
			FaultOrder order = this.pending.get(i);
			if (!order.isFor(action) || (decided && !(order.fault() instanceof Fault.Latency))) {
				continue;
			}
			if (order.after() > 0) {
				this.pending.set(i, new FaultOrder(order.action(), order.fault(), order.after() - 1, order.times()));
				continue;
			}
			due.add(order.fault());
			decided |= !(order.fault() instanceof Fault.Latency);
			if (order.times() > 1) {
				this.pending.set(i, new FaultOrder(order.action(), order.fault(), 0, order.times() - 1));
			}
			else {
				this.pending.remove(i--);
			}
		}
		return due;
	}

	public synchronized List<FaultOrder> pending() {
		return List.copyOf(this.pending);
	}

	public synchronized void clear() {
		this.pending.clear();
	}

}
