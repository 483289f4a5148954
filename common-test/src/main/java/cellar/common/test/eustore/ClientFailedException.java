package cellar.common.test.eustore;

/**
 * Thrown when a client gives up, with what it says then.
 */
public class ClientFailedException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what the client says
	 */
	public ClientFailedException(String message) {
		super(message);
	}

}
