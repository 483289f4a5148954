package cellar.stack.starter;

/**
 * Thrown when the catalog refuses what the starter asks for, or cannot be asked.
 */
public final class CatalogProblemException extends RuntimeException {

	CatalogProblemException(String message) {
		super(message);
	}

	CatalogProblemException(String message, Throwable cause) {
		super(message, cause);
	}

}
