package cellar.simulation.control;

/**
 * What a caller of the control API sent cannot be used.
 */
class BadInputException extends RuntimeException {

	BadInputException(String message) {
		super(message);
	}

}
