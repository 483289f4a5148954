package cellar.stack.monitoring;

import java.util.List;
import java.util.Map;

/**
 * The series that a part of an expression asks for.
 *
 * @param metric their name
 * @param matchers what is wanted of their labels
 */
record Selector(String metric, List<LabelMatcher> matchers) {

	boolean matches(Series series) {
		Map<String, String> labels = series.labels();
		return series.metric().equals(this.metric)
				&& this.matchers.stream().allMatch((matcher) -> matcher.matches(labels));
	}

	@Override
	public String toString() {
		return this.metric + this.matchers;
	}

}
