package cellar.gateway.freshness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.Headers;

/**
 * Directives for caches (RFC 9111, 5.2). A directive may come several times, and then the
 * occurrence that lets a copy be used least counts.
 *
 * @param directives arguments by lower-case name, in the order in which they came; empty
 * where a directive has none or one that is malformed
 * @param isTargeted whether these directives are for shared caches like this one, so that
 * those for all caches do not count
 */
record CacheControl(Map<String, List<String>> directives, boolean isTargeted) {

	/** What the RFC reads numbers as that are too large (RFC 9111, 1.2.2). */
	private static final Duration FOREVER = Duration.ofSeconds(1L << 31);

	/**
	 * Returns the directives of an answer that count here.
	 * @param headers its headers
	 * @return the directives
	 */
	static CacheControl of(Headers headers) {
		CacheControl targeted = TargetedControl.parse(headers.values("CDN-Cache-Control"));
		return (targeted != null) ? targeted : parse(headers.values("Cache-Control"));
	}

	static CacheControl parse(List<String> lines) {
		Map<String, List<String>> directives = new HashMap<>();
		lines.forEach((line) -> split(line, directives));
		return new CacheControl(directives, false);
	}

	private static void split(String line, Map<String, List<String>> directives) {
		boolean quoted = true;
		for (int start = 0; start <= line.length();) {
			int end = quoted ? quotedEnd(line, start) : plainEnd(line, start);
			if (end < 0) {
				// What an open quote swallows may be a restriction. It is looked for
				// once.
				quoted = false;
				end = plainEnd(line, start);
			}
			add(directives, line.substring(start, end).strip());
			start = end + 1;
		}
	}

	/**
	 * Finds the end of a directive whose argument may be quoted.
	 * @param line what it is in
	 * @param start where it begins
	 * @return the position of the next comma that is not quoted, or the end of the line,
	 * or -1 if a quote stays open
	 */
	private static int quotedEnd(String line, int start) {
		boolean quoted = false;
		for (int i = start; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			}
			else if (c == '\\' && quoted) {
				i++;
			}
			else if (c == ',' && !quoted) {
				return i;
			}
		}
		return quoted ? -1 : line.length();
	}

	private static int plainEnd(String line, int start) {
		int comma = line.indexOf(',', start);
		return (comma >= 0) ? comma : line.length();
	}

	private static void add(Map<String, List<String>> directives, String directive) {
		int equals = directive.indexOf('=');
		String name = (equals < 0) ? directive : directive.substring(0, equals);
		boolean malformed = equals < 0 || !name.equals(name.strip());
		String argument = malformed ? "" : unquoted(directive.substring(equals + 1));
		if (!name.isBlank()) {
			directives.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), (_) -> new ArrayList<>()).add(argument);
		}
	}

	private static String unquoted(String argument) {
		boolean quoted = argument.length() >= 2 && argument.startsWith("\"") && argument.endsWith("\"");
		return quoted ? argument.substring(1, argument.length() - 1).replaceAll("\\\\(.)", "$1") : argument;
	}

	boolean has(String name) {
		return this.directives.containsKey(name);
	}

	/**
	 * Returns the seconds of a directive; what cannot be read counts as none at all, so
	 * that it never makes a copy fresher than meant.
	 * @param name the directive
	 * @return the shortest duration, or {@code null} if the directive is not there
	 */
	@Nullable Duration seconds(String name) {
		return this.directives.getOrDefault(name, List.of())
			.stream()
			.map((argument) -> Objects.requireNonNullElse(deltaSeconds(argument), Duration.ZERO))
			.min(Duration::compareTo)
			.orElse(null);
	}

	/**
	 * Reads a number of seconds (RFC 9111, 1.2.2).
	 * @param text the digits
	 * @return the duration, or {@code null} if it is no such number
	 */
	static @Nullable Duration deltaSeconds(String text) {
		if (text.isEmpty() || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return null;
		}
		String significant = text.replaceFirst("^0+(?=.)", "");
		return (significant.length() > 9) ? FOREVER : Duration.ofSeconds(Long.parseLong(significant));
	}

}
