package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
		List<Ending> endings = new ArrayList<>();
		for (int owner = 0; owner < names.size(); owner++) {
			String name = lower(names.get(owner));
			for (int start = 0; start < name.length(); start++) {
				endings.add(new Ending(name.substring(start), owner));
			}
		}
		endings.sort(Comparator.comparing(Ending::text));
		List<String> objections = new ArrayList<>();
		for (int owner = 0; owner < names.size(); owner++) {
			collect(names, owner, endings, objections);
		}
		return objections;
	}

	private static void collect(List<String> names, int part, List<Ending> endings, List<String> objections) {
		String name = lower(names.get(part));
		for (int index = first(name, endings); index < endings.size(); index++) {
			Ending ending = endings.get(index);
			if (!ending.text().startsWith(name)) {
				return;
			}
			if (ending.owner() != part) {
				objections.add("'%s' is part of '%s'; old clients cannot tell them apart".formatted(names.get(part),
						names.get(ending.owner())));
			}
		}
	}

	private static int first(String name, List<Ending> endings) {
		int low = 0;
		int high = endings.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (endings.get(middle).text().compareTo(name) < 0) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private record Ending(String text, int owner) {

	}

}
