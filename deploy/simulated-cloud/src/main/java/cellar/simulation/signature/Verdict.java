package cellar.simulation.signature;

/**
 * What a look at a signature found.
 */
public sealed interface Verdict {

	/**
	 * Signed by the owner of the secret key.
	 */
	record Accepted() implements Verdict {
	}

	/**
	 * Not to be served.
	 *
	 * @param status the HTTP status
	 * @param code the error code of EC2
	 * @param message what is wrong, for the caller
	 */
	record Refused(int status, String code, String message) implements Verdict {
	}

}
