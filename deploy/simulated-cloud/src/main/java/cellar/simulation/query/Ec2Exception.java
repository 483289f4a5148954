package cellar.simulation.query;

/**
 * A refusal in EC2's own words.
 */
public class Ec2Exception extends RuntimeException {

	private final int status;

	private final String code;

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

	public static Ec2Exception invalidValue(String message) {
		return refused("InvalidParameterValue", message);
	}

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
