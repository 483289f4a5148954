package cellar.gateway.header;

import org.jspecify.annotations.Nullable;

/**
 * Reads field lines of origins so that they can be sent on: what is kept of an object is
 * sent with each of its answers, and one such field that cannot be would spoil them all.
 */
public final class FieldLine {

	private static final String TOKEN = "!#$%&'*+-.^_`|~";

	private FieldLine() {
	}

	/**
	 * Reads a field line.
	 * @param name its name
	 * @param value its value
	 * @return the field, with blanks in the place of control characters (RFC 9110, 5.5),
	 * or {@code null} if the name is none (RFC 9110, 5.1)
	 */
	public static Headers.@Nullable Field read(String name, @Nullable String value) {
		boolean named = !name.isEmpty() && name.chars().allMatch(FieldLine::isOfToken);
		return named ? new Headers.Field(name, (value != null) ? clean(value) : "") : null;
	}

	private static boolean isOfToken(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || TOKEN.indexOf(c) >= 0;
	}

	private static String clean(String value) {
		return value.chars().noneMatch(FieldLine::isControl) ? value
				: value.codePoints()
					.map((c) -> isControl(c) ? ' ' : c)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString();
	}

	private static boolean isControl(int c) {
		return (c < ' ' && c != '\t') || c == 0x7f;
	}

}
