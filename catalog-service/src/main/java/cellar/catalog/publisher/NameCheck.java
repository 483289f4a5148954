package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds names that are part of others: old clients take the first image whose name
 * contains what they were asked for.
 */
final class NameCheck {

	private NameCheck() {
	}

	/**
	 * Compares names in time that grows little faster than their number: a name is part
	 * of another if some end of that begins with it.
	 * @param names all names
	 * @return what is wrong with them
	 */
	static List<String> objections(List<String> names) {
		NavigableMap<String, List<String>> endings = new TreeMap<>();
		for (String name : names) {
			String text = lower(name);
			for (int start = 0; start < text.length(); start++) {
				endings.computeIfAbsent(text.substring(start), (ending) -> new ArrayList<>(1)).add(name);
			}
		}
		return names.stream()
			.flatMap((part) -> owners(part, endings)
				.map((name) -> "'%s' is part of '%s'; old clients cannot tell them apart".formatted(part, name)))
			.toList();
	}

	private static Stream<String> owners(String part, NavigableMap<String, List<String>> endings) {
		String text = lower(part);
		return endings.subMap(text, text + Character.MAX_VALUE)
			.values()
			.stream()
			.flatMap(List::stream)
			.filter((name) -> !name.equals(part));
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
