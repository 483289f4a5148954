package cellar.gateway.delivery;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cellar.gateway.cache.Portion;
import cellar.gateway.cache.Representation;
import cellar.gateway.freshness.HttpDate;

/**
 * The part of a body that a request asks for (RFC 9110, 14).
 */
sealed interface ByteRange {

	/**
	 * Works out which part to send. Several ranges at once, unknown units and ranges of a
	 * body of unknown length count as none.
	 * @param range the {@code Range} field
	 * @param ifRange the {@code If-Range} field
	 * @param representation what the body is described by
	 * @return the part
	 */
	static ByteRange of(@Nullable String range, @Nullable String ifRange, Representation representation) {
		if (range == null || representation.length() < 0 || !holds(ifRange, representation)) {
			return new Whole();
		}
		Matcher matcher = Part.SYNTAX.matcher(range);
		if (!matcher.matches()) {
			return new Whole();
		}
		return of(matcher.group(1), matcher.group(2), representation.length());
	}

	/**
	 * Works out what to look for before it is known how long the body is.
	 * @param range the {@code Range} field
	 * @return the part that is wanted first
	 */
	static Portion portion(@Nullable String range) {
		Matcher matcher = (range != null) ? Part.SYNTAX.matcher(range) : null;
		if (matcher == null || !matcher.matches()) {
			return Portion.ALL;
		}
		String first = matcher.group(1);
		String last = matcher.group(2);
		if (first.isEmpty()) {
			boolean some = !last.isEmpty() && number(last) > 0;
			return some ? new Portion(-number(last), Long.MAX_VALUE) : Portion.ALL;
		}
		long end = last.isEmpty() ? Long.MAX_VALUE : Math.min(number(last), Long.MAX_VALUE - 1) + 1;
		return (end > number(first)) ? new Portion(number(first), end) : Portion.ALL;
	}

	private static ByteRange of(String first, String last, long length) {
		if (first.isEmpty()) {
			if (last.isEmpty()) {
				return new Whole();
			}
			long suffix = Math.min(number(last), length);
			return (suffix == 0) ? new Unsatisfiable() : new Part(length - suffix, length - 1);
		}
		long start = number(first);
		long end = last.isEmpty() ? Long.MAX_VALUE : number(last);
		if (end < start) {
			return new Whole();
		}
		return (start >= length) ? new Unsatisfiable() : new Part(start, Math.min(end, length - 1));
	}

	private static long number(String digits) {
		String significant = digits.replaceFirst("^0+(?=.)", "");
		return (significant.length() > 18) ? Long.MAX_VALUE : Long.parseLong(significant);
	}

	private static boolean holds(@Nullable String ifRange, Representation representation) {
		if (ifRange == null) {
			return true;
		}
		Instant date = HttpDate.parse(ifRange);
		if (date != null) {
			return date.equals(HttpDate.parse(representation.lastModified()));
		}
		EntityTag asked = EntityTag.parse(ifRange);
		EntityTag current = EntityTag.parse(representation.etag());
		return asked != null && current != null && asked.matchesStrongly(current);
	}

	/**
	 * All of it.
	 */
	record Whole() implements ByteRange {

	}

	/**
	 * A part.
	 *
	 * @param first the first byte
	 * @param last the last byte
	 */
	record Part(long first, long last) implements ByteRange {

		private static final Pattern SYNTAX = Pattern.compile("\\s*bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*",
				Pattern.CASE_INSENSITIVE);

		long length() {
			return this.last - this.first + 1;
		}

	}

	/**
	 * A part that does not exist.
	 */
	record Unsatisfiable() implements ByteRange {

	}

}
