package cellar.gateway.header;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads field lines of origins so that they can be sent on: what is kept of an object is
 * sent with each of its answers, and one such field that cannot be would spoil them all.
 */
public final class FieldLine {

	/** As RFC 9110, 5.6.2 has it. */
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

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
		String clean = (value != null) ? CONTROL.matcher(value).replaceAll(" ") : "";
		return TOKEN.matcher(name).matches() ? new Headers.Field(name, clean) : null;
	}

}
