package cellar.simulation.query;

/**
 * One thing that the cloud can be asked for. Actions run one at a time, so none of them
 * needs locks of its own.
 *
 * @param <R> what the parameters say
 */
public interface Action<R> {

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

	Answer perform(R request);

}
