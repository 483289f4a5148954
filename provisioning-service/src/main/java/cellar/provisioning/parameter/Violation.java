package cellar.provisioning.parameter;

/**
 * What is wrong with a parameter.
 *
 * @param field the parameter, with an index where it is a list
 * @param message what it must be
 */
public record Violation(String field, String message) {

	@Override
	public String toString() {
		return "'" + this.field + "' " + this.message;
	}

}
