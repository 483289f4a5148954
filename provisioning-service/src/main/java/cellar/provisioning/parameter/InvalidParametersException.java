package cellar.provisioning.parameter;

import java.util.List;
import java.util.stream.Collectors;

import cellar.common.problem.Violation;

/**
 * Thrown when the parameters given for a recipe are wrong.
 */
public class InvalidParametersException extends RuntimeException {

	private final transient List<Violation> violations;

	public InvalidParametersException(List<Violation> violations) {
		super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
		this.violations = List.copyOf(violations);
	}

	public List<Violation> violations() {
		return this.violations;
	}

}
