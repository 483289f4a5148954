package cellar.gateway.origin;

import java.time.Duration;

/**
 * Called for what passes between the gateway and its origins.
 */
public interface OriginObserver {

	/**
	 * An origin answered, or failed to.
	 * @param origin the configured name
	 * @param status the status, or 0 if there was no answer
	 * @param took from the request until the head of the answer was there, or until it
	 * failed
	 */
	void answered(String origin, int status, Duration took);

	/**
	 * An origin was not asked.
	 * @param origin the configured name
	 * @param reason why not
	 */
	void refused(String origin, OriginAnswer.Failure.Kind reason);

	/**
	 * An answer that had begun well proved to be of no use.
	 * @param origin the configured name
	 * @param fault what is wrong with it
	 */
	void faulty(String origin, OriginFault fault);

	/**
	 * Some bytes of a body came.
	 * @param origin the configured name
	 * @param bytes how many
	 */
	void received(String origin, int bytes);

}
