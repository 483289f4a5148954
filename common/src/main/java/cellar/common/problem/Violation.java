package cellar.common.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field the field of the body or the parameter; a path such as
 * {@code hypervisors[0]}
 * @param message what it must be, to be read after the field
 */
public record Violation(String field, String message) {

	@Override
	public String toString() {
		return "'" + this.field + "' " + this.message;
	}

}
