package cellar.stack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a PromQL expression asks for. It knows names, labels and how they are grouped, and
 * leaves the grammar to Prometheus.
 *
 * @param text the expression
 * @param selectors the series that it asks for
 * @param labels the labels that it groups by
 */
record Expression(String text, List<Selector> selectors, List<String> labels) {

	private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

	Expression {
		selectors = List.copyOf(selectors);
		labels = List.copyOf(labels);
	}

	static Expression parse(String text) {
		return new Parser(text).parse();
	}

	/**
	 * Reads an expression token by token.
	 */
	private static final class Parser {

		private static final Token END = new Token(Token.Kind.MARK, "");

		private final List<Selector> selectors = new ArrayList<>();

		private final List<String> labels = new ArrayList<>();

		private final String text;

		private final List<Token> tokens;

		private int next;

		Parser(String text) {
			this.text = text;
			this.tokens = Token.of(text);
		}

		Expression parse() {
			while (this.next < this.tokens.size()) {
				Token token = take();
				if (token.is("{")) {
					throw new IllegalArgumentException("A selector without a name in '%s'".formatted(this.text));
				}
				if (token.is("[")) {
					skipTo("]");
				}
				else if (token.kind() == Token.Kind.WORD) {
					word(token.text());
				}
			}
			return new Expression(this.text, this.selectors, this.labels);
		}

		private void word(String word) {
			if (GROUPING.contains(word)) {
				group();
			}
			else if (!OPERATORS.contains(word) && !isFunction()) {
				this.selectors.add(new Selector(word, peek().is("{") ? matchers() : List.of()));
			}
		}

		// A name before a bracket, or an aggregation that says first what it groups by.
		private boolean isFunction() {
			return peek().is("(") || (peek().kind() == Token.Kind.WORD && GROUPING.contains(peek().text()));
		}

		private void group() {
			if (peek().is("(")) {
				take();
				for (Token token = take(); !token.is(")"); token = take()) {
					if (token.kind() == Token.Kind.WORD) {
						this.labels.add(token.text());
					}
				}
			}
		}

		private List<LabelMatcher> matchers() {
			List<LabelMatcher> matchers = new ArrayList<>();
			take();
			while (!peek().is("}")) {
				matchers.add(new LabelMatcher(take().text(), take().text(), take().text()));
				if (peek().is(",")) {
					take();
				}
			}
			take();
			return matchers;
		}

		private void skipTo(String mark) {
			while (!take().is(mark)) {
				continue;
			}
		}

		private Token peek() {
			return (this.next < this.tokens.size()) ? this.tokens.get(this.next) : END;
		}

		private Token take() {
			if (this.next == this.tokens.size()) {
				throw new IllegalArgumentException("'%s' ends too early".formatted(this.text));
			}
			return this.tokens.get(this.next++);
		}

	}

}
