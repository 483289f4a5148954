package cellar.stack.monitoring;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExpressionTests {

	@Test
	void parseFindsSelectorsMatchersAndGroups() {
		Expression expression = Expression.parse("""
				sum by (le, job) (rate(a_bucket{job="x",le!~"1|2"}[5m])) / on (job) group_left
				  max without(instance) (b offset 1h) > 0.5 unless c{d=""}""");
		assertThat(expression.selectors()).containsExactly(
				new Selector("a_bucket",
						List.of(new LabelMatcher("job", "=", "x"), new LabelMatcher("le", "!~", "1|2"))),
				new Selector("b", List.of()), new Selector("c", List.of(new LabelMatcher("d", "=", ""))));
		assertThat(expression.labels()).containsExactly("le", "job", "job", "instance");
	}

	@Test
	void parseWhenGroupFollowsTheAggregationFindsIt() {
		Expression expression = Expression.parse("sum(a) by (b) or vector(0)");
		assertThat(expression.selectors()).extracting(Selector::metric).containsExactly("a");
		assertThat(expression.labels()).containsExactly("b");
	}

	@Test
	void parseWhenThereAreNumbersRangesAndFunctionsTakesNoneForASeries() {
		assertThat(Expression.parse("clamp_min(rate(a[1h:5m] offset 1h30m), 1e3) * 0.5 > bool b").selectors())
			.extracting(Selector::metric)
			.containsExactly("a", "b");
	}

	@Test
	void parseWhenTextHoldsMarksLeavesThemAlone() {
		assertThat(Expression.parse("a{b=\"[x], (y)\\\\d\"}").selectors())
			.containsExactly(new Selector("a", List.of(new LabelMatcher("b", "=", "[x], (y)\\d"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{a=\"b\"}", "a{b=\"c\"", "a{b=\"}\"}", "a{b='c'}", "a{b}" })
	void parseWhenItIsNotUnderstoodSaysSo(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Expression.parse(text));
	}

	@Test
	void seriesAreReadWithTheirLabels() {
		List<Series> series = Series.of("x", """
				# HELP a of a
				a{b="c \\"d\\"",e="{f}"} 1.0
				g 2
				""");
		assertThat(series).extracting(Series::metric).containsExactly("a", "g");
		assertThat(series.getFirst().labels()).containsEntry("e", "{f}").containsEntry("job", "x");
	}

	@Test
	void selectorWhenLabelIsNotThereMatchesNothing() {
		Selector selector = Expression.parse("a{b!=\"c\"}").selectors().getFirst();
		assertThat(Series.of("x", "a{b=\"d\"} 1")).allMatch(selector::matches);
		assertThat(Series.of("x", "a{b=\"c\"} 1\na{e=\"d\"} 1\nf{b=\"d\"} 1")).noneMatch(selector::matches);
	}

}
