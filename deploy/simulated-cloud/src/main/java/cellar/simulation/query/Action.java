package cellar.simulation.query;

/**
 * One thing that the cloud can be asked for. Actions run one at a time, so none of them
 * needs locks of its own.
 *
 * @param <R> what the parameters say
 */
public interface Action<R> {

	String name();

	// Reads every parameter that this action knows; anything left is refused.
	R bind(Parameters parameters);

	// Refuses what "perform" would refuse, without an effect.
	default void rehearse(R request) {
	}

	Answer perform(R request);

}
