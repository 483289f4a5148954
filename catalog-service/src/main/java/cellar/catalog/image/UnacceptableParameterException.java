package cellar.catalog.image;

/**
 * Thrown when a query parameter cannot be used.
 */
class UnacceptableParameterException extends RuntimeException {

	UnacceptableParameterException(String parameter, String rule) {
		super("'" + parameter + "' " + rule);
	}

}
