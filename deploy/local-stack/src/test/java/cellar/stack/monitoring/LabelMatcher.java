package cellar.stack.monitoring;

import java.util.Map;

/**
 * What a selector wants of a label.
 *
 * @param label the name of the label
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
 * @param value a text, or a pattern for all of it
 */
record LabelMatcher(String label, String operator, String value) {

	/**
	 * Whether labels are as wanted. PromQL takes a missing one for an empty one; here it
	 * is not as wanted, since nobody asks for a label that there is not.
	 * @param labels the labels
	 * @return whether they are
	 */
	boolean matches(Map<String, String> labels) {
		String given = labels.get(this.label);
		if (given == null) {
			return false;
		}
		return switch (this.operator) {
			case "=" -> given.equals(this.value);
			case "!=" -> !given.equals(this.value);
			case "=~" -> given.matches(this.value);
			case "!~" -> !given.matches(this.value);
			default -> throw new IllegalStateException(this.operator);
		};
	}

}
