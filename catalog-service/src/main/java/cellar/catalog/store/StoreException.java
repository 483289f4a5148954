package cellar.catalog.store;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the object store did not do what it was asked.
 */
public class StoreException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what was tried, with bucket and key
	 * @param cause what happened
	 */
	public StoreException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
