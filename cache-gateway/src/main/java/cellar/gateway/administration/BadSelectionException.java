package cellar.gateway.administration;

/**
 * A request that does not say clearly which entries it means.
 */
class BadSelectionException extends RuntimeException {

	BadSelectionException(String message) {
		super(message);
	}

}
