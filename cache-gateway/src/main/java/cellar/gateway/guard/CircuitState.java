package cellar.gateway.guard;

/**
 * Whether an origin is asked.
 */
public enum CircuitState {

	/** It is. */
	CLOSED,

	/** A few requests find out whether it is well again; the others are refused. */
	HALF_OPEN,

	/** It failed lately and is left alone. */
	OPEN

}
