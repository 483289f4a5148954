package cellar.common.problem;

/**
 * Thrown when a parameter of a request is not acceptable.
 */
public class InvalidParameterException extends RuntimeException {

	private final Violation violation;

	/**
	 * Creates an exception.
	 * @param parameter the name of the parameter
	 * @param message what it must be, to be read after the name
	 */
	public InvalidParameterException(String parameter, String message) {
		super(new Violation(parameter, message).toString());
		this.violation = new Violation(parameter, message);
	}

	/**
	 * Returns what is wrong.
	 * @return the violation
	 */
	public Violation violation() {
		return this.violation;
	}

}
