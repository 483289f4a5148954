package cellar.simulation.http;

/**
 * Answers calls, many at a time.
 */
@FunctionalInterface
public interface Handler {

	/**
	 * Answers one call.
	 * @param call the call
	 * @return the answer; an exception ends the connection without one
	 */
	Reply handle(Call call);

}
