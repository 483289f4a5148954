package cellar.catalog.store;

/**
 * Thrown when the object store did not do what it was asked.
 */
public class StoreException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what is wrong in the store, with bucket and key
	 */
	public StoreException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what was tried, with bucket and key
	 * @param cause what happened
	 */
	public StoreException(String message, Throwable cause) {
		super(message, cause);
	}

}
