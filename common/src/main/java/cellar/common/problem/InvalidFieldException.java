package cellar.common.problem;

import java.util.List;

/**
 * Thrown when fields of a request body are not acceptable.
 */
public class InvalidFieldException extends RuntimeException {

	private final List<Violation> violations;

	/**
	 * Creates an exception.
	 * @param violations what is wrong; at least one
	 */
	public InvalidFieldException(List<Violation> violations) {
		super(Problems.describe(violations));
		this.violations = List.copyOf(violations);
	}

	/**
	 * Returns what is wrong.
	 * @return at least one violation
	 */
	public List<Violation> violations() {
		return this.violations;
	}

}
