package cellar.simulation.instance;

import java.time.Duration;

/**
 * How long machines take.
 *
 * @param pending from the launch to running
 * @param shuttingDown from the call to terminated
 * @param listed how long a terminated machine is still described
 */
public record Timing(Duration pending, Duration shuttingDown, Duration listed) {

	public Timing {
		if (pending.isNegative() || shuttingDown.isNegative() || listed.isNegative()) {
			throw new IllegalArgumentException("The times of machines must not be negative");
		}
	}

}
