package cellar.simulation.instance;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a new machine is not yet seen, as EC2 is only eventually consistent. Machines
 * that were launched before a restart are seen at once.
 */
public final class Visibility {

	private final Clock clock;

	private final Map<String, Integer> looks = new HashMap<>();

	private Consistency consistency = Consistency.IMMEDIATE;

	public Visibility(Clock clock) {
		this.clock = clock;
	}

	public synchronized Consistency consistency() {
		return this.consistency;
	}

	/**
	 * Changes how long new machines are not seen. Those that wait for a number of looks
	 * keep theirs; a time counts for all, from their launch.
	 * @param changed what holds from now on
	 */
	public synchronized void set(Consistency changed) {
		this.consistency = changed;
	}

	synchronized void launched(Instance instance) {
		if (this.consistency.hiddenLooks() > 0) {
			this.looks.put(instance.id(), this.consistency.hiddenLooks());
		}
	}

	/**
	 * Looks once, which brings the machine nearer to being seen.
	 * @param instance the machine
	 * @return whether it is seen
	 */
	synchronized boolean look(Instance instance) {
		Integer left = this.looks.get(instance.id());
		if (left != null && left == 1) {
			this.looks.remove(instance.id());
		}
		else if (left != null) {
			this.looks.put(instance.id(), left - 1);
		}
		return left == null && !this.clock.instant().isBefore(instance.launchedAt().plus(this.consistency.hiddenFor()));
	}

	/**
	 * What is not seen, and how long.
	 *
	 * @param hiddenLooks how many calls that describe do not see a new machine
	 * @param hiddenFor how long none of them sees it
	 */
	public record Consistency(int hiddenLooks, Duration hiddenFor) {

		/**
		 * Everything is seen at once.
		 */
		public static final Consistency IMMEDIATE = new Consistency(0, Duration.ZERO);

		public Consistency {
			if (hiddenLooks < 0 || hiddenFor.isNegative()) {
				throw new IllegalArgumentException("'hiddenLooks' and 'hiddenFor' must not be negative");
			}
		}

	}

}
