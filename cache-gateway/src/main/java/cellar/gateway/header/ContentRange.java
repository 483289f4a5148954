package cellar.gateway.header;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a body an answer has (RFC 9110, 14.4).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte
 * @param total bytes of the whole body, or -1 if the origin does not know
 */
public record ContentRange(long first, long last, long total) {

	// Walrus leaves out the unit.
	private static final Pattern SYNTAX = Pattern.compile("(?:bytes[\\s=]+)?(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ASKED = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

	/**
	 * Returns whether this may be the part that was asked for.
	 * @param range value of a {@code Range} field with one range
	 * @return whether it begins there and does not go beyond
	 */
	public boolean answers(String range) {
		Matcher asked = ASKED.matcher(range);
		return asked.matches() && Long.parseLong(asked.group(1)) == this.first
				&& (asked.group(2).isEmpty() || this.last <= Long.parseLong(asked.group(2)));
	}

	/**
	 * Reads a field.
	 * @param value its value
	 * @return the range, or {@code null} if it is none or contradicts itself
	 */
	public static @Nullable ContentRange parse(@Nullable String value) {
		Matcher matcher = SYNTAX.matcher((value != null) ? value.strip() : "");
		if (!matcher.matches()) {
			return null;
		}
		long first = Long.parseLong(matcher.group(1));
		long last = Long.parseLong(matcher.group(2));
		long total = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
		boolean sound = first <= last && (total < 0 || last < total);
		return sound ? new ContentRange(first, last, total) : null;
	}

}
