package cellar.simulation.query;

/**
 * One thing that the cloud can be asked for. Actions run one at a time, so none of them
 * needs locks of its own.
 *
 * @param <R> what the parameters say
 */
public interface Action<R> {

	/**
	 * Returns the name that callers send as {@code Action}.
	 * @return the name
	 */
	String name();

	/**
	 * Reads every parameter that this action knows; anything left is refused.
	 * @param parameters the parameters of the call
	 * @return what is asked for
	 */
	R bind(Parameters parameters);

	/**
	 * Refuses what {@link #perform} would refuse, without an effect.
	 * @param request what is asked for
	 */
	default void rehearse(R request) {
	}

	/**
	 * Does what is asked for. What it changes is stored when it returns.
	 * @param request what is asked for
	 * @return the answer
	 * @throws Ec2Exception if it is refused, without an effect
	 */
	Answer perform(R request);

}
