package cellar.gateway.freshness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Directives that are meant for shared caches near to clients only (RFC 9213), written as
 * a dictionary (RFC 8941, 3.2).
 */
final class TargetedControl {

	private TargetedControl() {
	}

	/**
	 * Reads a targeted field.
	 * @param lines its values
	 * @return the directives, or {@code null} if the field is to be ignored: it is not
	 * there, empty, malformed, or tells a duration by something else than a whole number
	 */
	static @Nullable CacheControl parse(List<String> lines) {
		if (lines.isEmpty()) {
			return null;
		}
		Map<String, List<String>> directives = new HashMap<>();
		try {
			for (Map.Entry<String, ? extends ListElement<?>> entry : new Parser(lines).parseDictionary()
				.get()
				.entrySet()) {
				ListElement<?> value = entry.getValue();
				if (isDuration(entry.getKey()) && !(value instanceof IntegerItem)) {
					return null;
				}
				if (!(value instanceof BooleanItem flag && !flag.get())) {
					directives.put(entry.getKey(), List.of(String.valueOf(value.get())));
				}
			}
		}
		catch (ParseException ex) {
			return null;
		}
		return directives.isEmpty() ? null : new CacheControl(directives, true);
	}

	private static boolean isDuration(String name) {
		return switch (name) {
			case "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error" -> true;
			default -> false;
		};
	}

}
