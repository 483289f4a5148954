package cellar.stack.part;

/**
 * Thrown when a part could not be started or ended by itself. The message is for people
 * and says where to look.
 */
public final class PartFailedException extends RuntimeException {

	private final String part;

	PartFailedException(String part, String message, Throwable cause) {
		super(message, cause);
		this.part = part;
	}

	PartFailedException(String part, String message) {
		super(message);
		this.part = part;
	}

	/**
	 * Returns which part failed.
	 * @return its name
	 */
	public String part() {
		return this.part;
	}

}
