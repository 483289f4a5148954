package cellar.catalog.transition;

/**
 * Thrown when an image cannot be followed by the one that was named.
 */
class NoSuccessorException extends RuntimeException {

	NoSuccessorException(String message) {
		super(message);
	}

}
