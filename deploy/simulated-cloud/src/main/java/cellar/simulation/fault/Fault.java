package cellar.simulation.fault;

import java.time.Duration;

/**
 * One way for a call to go wrong.
 */
public sealed interface Fault {

	/**
	 * The call takes longer, and then goes on.
	 *
	 * @param delay how much longer
	 */
	record Latency(Duration delay) implements Fault {
	}

	/**
	 * The call is refused before it has an effect.
	 *
	 * @param status the HTTP status, 400 to 599
	 * @param code the error code of EC2
	 * @param message what the caller reads
	 */
	record Refusal(int status, String code, String message) implements Fault {

		/**
		 * Returns what EC2 says to a caller that asks too often.
		 * @return the refusal
		 */
		public static Refusal throttle() {
			return new Refusal(503, "RequestLimitExceeded", "Request limit exceeded.");
		}

	}

	/**
	 * The connection ends without an answer.
	 *
	 * @param afterEffect whether the call was carried out first
	 */
	record LostReply(boolean afterEffect) implements Fault {
	}

}
