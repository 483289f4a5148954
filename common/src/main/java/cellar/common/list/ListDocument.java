package cellar.common.list;

import java.util.List;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items what the page holds
 * @param page which page it is, from 0
 * @param size the most items of a page
 * @param total how many items all pages hold
 */
public record ListDocument<T>(List<T> items, int page, int size, long total) {

	public ListDocument {
		items = List.copyOf(items);
	}

	/**
	 * Returns one page of a longer list.
	 * @param <T> what is listed
	 * @param page the page that was asked for
	 * @param items what it holds
	 * @param total how many items all pages hold
	 * @return the page
	 */
	public static <T> ListDocument<T> of(PageParameters page, List<T> items, long total) {
		return new ListDocument<>(items, page.page(), page.size(), total);
	}

	/**
	 * Returns a list that is always answered whole.
	 * @param <T> what is listed
	 * @param items all items
	 * @return the only page
	 */
	public static <T> ListDocument<T> whole(List<T> items) {
		return new ListDocument<>(items, 0, items.size(), items.size());
	}

}
