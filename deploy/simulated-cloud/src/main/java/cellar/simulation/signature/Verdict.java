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
	 */
	record Refused(int status, String code, String message) implements Verdict {
	}

}
