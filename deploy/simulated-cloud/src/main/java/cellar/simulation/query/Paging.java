package cellar.simulation.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is wanted.
 *
 * @param size how many items at most, 5 to 1000 where the caller asks for it
 * @param after the order key of the last item of the page before, empty for the first
 * page
 */
public record Paging(int size, String after) {

	private static final int MAX_SIZE = 1000;

	private static final String MARK = "after:";

	/**
	 * Reads {@code MaxResults} and {@code NextToken}.
	 * @param parameters the parameters of the call
	 * @return the page that is asked for
	 */
	public static Paging bind(Parameters parameters) {
		int size = parameters.number("MaxResults", MAX_SIZE, 5, MAX_SIZE);
		String token = parameters.text("NextToken");
		return new Paging(size, (token != null && !token.isEmpty()) ? decode(token) : "");
	}

	/**
	 * Asks for the whole list at once.
	 * @return the one page
	 */
	public static Paging all() {
		return new Paging(Integer.MAX_VALUE, "");
	}

	/**
	 * Tells whether the caller asked for a page of its own size.
	 * @return whether it did
	 */
	public boolean isAskedFor() {
		return this.size < MAX_SIZE || !this.after.isEmpty();
	}

	/**
	 * Cuts the page out of a list. As the token names the item that was last, nothing is
	 * shown twice when others come or go between two calls.
	 * @param items the whole list, in any order
	 * @param order what to sort by, different for each item
	 * @param <T> the kind of items
	 * @return the page
	 */
	public <T> Page<T> cut(List<T> items, Function<T, String> order) {
		List<T> rest = items.stream()
			.sorted(Comparator.comparing(order))
			.filter((item) -> order.apply(item).compareTo(this.after) > 0)
			.toList();
		if (rest.size() <= this.size) {
			return new Page<>(rest, null);
		}
		List<T> page = rest.subList(0, this.size);
		return new Page<>(page, encode(order.apply(page.getLast())));
	}

	private static String encode(String order) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + order).getBytes(StandardCharsets.UTF_8));
	}

	private static String decode(String token) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.startsWith(MARK)) {
				return text.substring(MARK.length());
			}
		}
		catch (IllegalArgumentException ex) {
			// Reported below.
		}
		throw Ec2Exception.invalidValue("Unable to parse pagination token");
	}

	/**
	 * One part of the list.
	 *
	 * @param next the token for the part after it, or null at the end
	 */
	public record Page<T>(List<T> items, @Nullable String next) {
	}

}
