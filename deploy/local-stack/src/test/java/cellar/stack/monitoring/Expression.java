package cellar.stack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a PromQL expression asks for. It knows names, labels and how they are grouped, and
 * leaves the grammar to Prometheus.
 *
 * @param text the expression
 * @param selectors the series that it asks for
 * @param labels the labels that it groups by
 */
record Expression(String text, List<Selector> selectors, List<String> labels) {

	private static final Pattern GROUP = Pattern
		.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\b\\s*\\(([^)]*)\\)");

	// A name before a bracket is a function's. Nothing is given back, else a part of that
	// name would do.
	private static final Pattern SELECTOR = Pattern
		.compile("(?<![\\w.])([A-Za-z_:][\\w:]*+)(?:\\{([^}]*)})?+(?!\\s*\\()");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset", "group_left",
			"group_right");

	private static final Pattern LABEL = Pattern.compile("\\w+");

	Expression {
		selectors = List.copyOf(selectors);
		labels = List.copyOf(labels);
	}

	static Expression parse(String text) {
		List<String> labels = new ArrayList<>();
		String ungrouped = GROUP.matcher(text).replaceAll((group) -> {
			LABEL.matcher(group.group(1)).results().map(MatchResult::group).forEach(labels::add);
			return "";
		});
		List<Selector> selectors = new ArrayList<>();
		String rest = SELECTOR.matcher(ungrouped).replaceAll((found) -> {
			if (!OPERATORS.contains(found.group(1))) {
				selectors.add(new Selector(found.group(1), LabelMatcher.all(found.group(2))));
			}
			return "";
		});
		if (rest.matches("(?s).*[{}\"'`].*")) {
			throw new IllegalArgumentException("Not understood: '%s'".formatted(text));
		}
		return new Expression(text, selectors, labels);
	}

}
