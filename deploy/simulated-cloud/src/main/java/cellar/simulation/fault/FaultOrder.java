package cellar.simulation.fault;

/**
 * A fault and which calls it is for.
 *
 * @param action the name of the action, or {@code *} for every one
 * @param fault what goes wrong
 * @param after how many matching calls pass unharmed first, 0 or more
 * @param times how many calls it then hits, 1 or more
 */
public record FaultOrder(String action, Fault fault, int after, int times) {

	public FaultOrder {
		if (action.isBlank()) {
			throw new IllegalArgumentException("'action' must be the name of an action, or * for every one");
		}
		if (after < 0) {
			throw new IllegalArgumentException("'after' must not be negative");
		}
		if (times < 1) {
			throw new IllegalArgumentException("'times' must be positive");
		}
	}

	/**
	 * Orders a fault that hits the very next call.
	 * @param action the action that fails, or * for any
	 * @param fault the fault
	 * @return the order
	 */
	public static FaultOrder once(String action, Fault fault) {
		return new FaultOrder(action, fault, 0, 1);
	}

	boolean isFor(String name) {
		return this.action.equals("*") || this.action.equals(name);
	}

}
