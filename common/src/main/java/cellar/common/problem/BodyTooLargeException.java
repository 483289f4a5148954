package cellar.common.problem;

import java.io.IOException;

/**
 * The body of a request has more bytes than are accepted. Whoever reads it hears of this
 * as of any other failure to read.
 */
public class BodyTooLargeException extends IOException {

	private final long limit;

	/**
	 * Tells what is accepted.
	 * @param limit bytes that a body may have at most
	 */
	public BodyTooLargeException(long limit) {
		super("The body has more than " + limit + " bytes");
		this.limit = limit;
	}

	long limit() {
		return this.limit;
	}

}
