package cellar.gateway.freshness;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The directives of a {@code Cache-Control} field (RFC 9111, 5.2).
 *
 * @param directives arguments by lower-case name; empty where a directive has none
 */
record CacheControl(Map<String, String> directives) {

	private static final Duration FOREVER = Duration.ofSeconds(Integer.MAX_VALUE);

	static CacheControl parse(String value) {
		Map<String, String> directives = new HashMap<>();
		int start = 0;
		boolean quoted = false;
		for (int i = 0; i <= value.length(); i++) {
			if (i == value.length() || (value.charAt(i) == ',' && !quoted)) {
				add(directives, value.substring(start, i).strip());
				start = i + 1;
			}
			else if (value.charAt(i) == '"') {
				quoted = !quoted;
			}
		}
		return new CacheControl(directives);
	}

	private static void add(Map<String, String> directives, String directive) {
		int equals = directive.indexOf('=');
		String name = ((equals < 0) ? directive : directive.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
		String argument = (equals < 0) ? "" : directive.substring(equals + 1).strip().replace("\"", "");
		if (!name.isEmpty()) {
			directives.putIfAbsent(name, argument);
		}
	}

	boolean has(String name) {
		return this.directives.containsKey(name);
	}

	/**
	 * Returns the seconds of a directive; what cannot be read counts as none at all, so
	 * that it never makes a copy fresher than meant.
	 * @param name the directive
	 * @return the duration, or {@code null} if the directive is not there
	 */
	@Nullable Duration seconds(String name) {
		String argument = this.directives.get(name);
		if (argument == null) {
			return null;
		}
		if (!argument.matches("\\d+")) {
			return Duration.ZERO;
		}
		return (argument.length() > 9) ? FOREVER : Duration.ofSeconds(Long.parseLong(argument));
	}

}
