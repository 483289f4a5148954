package cellar.simulation.query;

/**
 * A refusal in EC2's own words.
 */
public class Ec2Exception extends RuntimeException {

	private final int status;

	private final String code;

	/**
	 * Refuses a call.
	 * @param status the HTTP status, 400 to 599
	 * @param code the error code of EC2
	 * @param message what is wrong, for the caller
	 */
	public Ec2Exception(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	/**
	 * Refuses what the caller did wrong.
	 * @param code the error code of EC2
	 * @param message what is wrong
	 * @return the refusal
	 */
	public static Ec2Exception refused(String code, String message) {
		return new Ec2Exception(400, code, message);
	}

	/**
	 * Refuses a value with {@code InvalidParameterValue}.
	 * @param message which value, and what it may be
	 * @return the refusal
	 */
	public static Ec2Exception invalidValue(String message) {
		return refused("InvalidParameterValue", message);
	}

	/**
	 * Refuses a call with {@code MissingParameter}.
	 * @param parameter the whole name of what is missing
	 * @return the refusal
	 */
	public static Ec2Exception missing(String parameter) {
		return refused("MissingParameter", "The request must contain the parameter " + parameter);
	}

	public int status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	public String message() {
		return String.valueOf(getMessage());
	}

}
