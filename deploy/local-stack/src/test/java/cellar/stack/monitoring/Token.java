package cellar.stack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a text or a mark of PromQL.
 *
 * @param kind which of these
 * @param text the characters, those of a text without its quotes
 */
record Token(Kind kind, String text) {

	// Durations stand before numbers, and both before words: 5m is one token.
	private static final Pattern PATTERN = Pattern
		.compile("\\s+|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\d[\\w.]*)|(?<word>[A-Za-z_:$][\\w:]*)"
				+ "|(?<mark>=~|!~|!=|==|>=|<=|[-+*/%^=<>(){}\\[\\],@:])");

	static List<Token> of(String expression) {
		List<Token> tokens = new ArrayList<>();
		Matcher matcher = PATTERN.matcher(expression);
		int end = 0;
		while (end < expression.length()) {
			if (!matcher.find(end) || matcher.start() != end) {
				throw new IllegalArgumentException("No PromQL at character %d of '%s'".formatted(end, expression));
			}
			end = matcher.end();
			for (Kind kind : Kind.values()) {
				String text = matcher.group(kind.group());
				if (text != null) {
					tokens.add(new Token(kind, (kind == Kind.STRING) ? unquoted(text) : text));
				}
			}
		}
		return tokens;
	}

	private static String unquoted(String text) {
		return text.substring(1, text.length() - 1).replace("\\\\", "\\");
	}

	boolean is(String mark) {
		return this.kind == Kind.MARK && this.text.equals(mark);
	}

	enum Kind {

		STRING, NUMBER, WORD, MARK;

		private String group() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
