package cellar.gateway.slice;

import java.io.IOException;

/**
 * The disk takes no more, so that the bytes have to be had without it.
 */
public class NotStoredException extends IOException {

	public NotStoredException(String message) {
		super(message);
	}

	public NotStoredException(String message, IOException cause) {
		super(message, cause);
	}

}
