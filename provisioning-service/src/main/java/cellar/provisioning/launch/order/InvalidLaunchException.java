package cellar.provisioning.launch.order;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The fields of a request for a launch are missing or wrong.
 */
public class InvalidLaunchException extends RuntimeException {

	private final transient List<Violation> violations;

	public InvalidLaunchException(List<Violation> violations) {
		super(violations.stream()
			.map((violation) -> "'" + violation.field() + "' " + violation.message())
			.collect(Collectors.joining("; ")));
		this.violations = List.copyOf(violations);
	}

	public List<Violation> violations() {
		return this.violations;
	}

	/**
	 * What is wrong with a field.
	 *
	 * @param field the field
	 * @param message what it must be
	 */
	public record Violation(String field, String message) {

	}

}
