package cellar.catalog.transfer;

/**
 * Thrown when a body ends before it is whole.
 */
public class TruncatedBodyException extends RuntimeException {

	TruncatedBodyException(String message) {
		super(message);
	}

}
