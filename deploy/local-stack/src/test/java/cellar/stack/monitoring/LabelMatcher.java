package cellar.stack.monitoring;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a selector wants of a label.
 *
 * @param label the name of the label
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
 * @param value a text, or a pattern for all of it
 */
record LabelMatcher(String label, String operator, String value) {

	private static final Pattern PATTERN = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

	/**
	 * Reads what stands in the braces of a selector.
	 * @param text what stands there, if there are any
	 * @return what it wants
	 */
	static List<LabelMatcher> all(@Nullable String text) {
		if (text == null) {
			return List.of();
		}
		if (!PATTERN.matcher(text).replaceAll("").matches("[,\\s]*")) {
			throw new IllegalArgumentException("Not understood: '{%s}'".formatted(text));
		}
		return PATTERN.matcher(text)
			.results()
			.map((found) -> new LabelMatcher(found.group(1), found.group(2), found.group(3).replace("\\\\", "\\")))
			.toList();
	}

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
