package cellar.catalog.store;

import java.util.List;

/**
 * The names of our two buckets.
 *
 * @param images where artifacts are
 * @param site where catalogs and the page are
 */
public record Buckets(String images, String site) {

	/**
	 * Returns both.
	 * @return their names
	 */
	public List<String> all() {
		return List.of(this.images, this.site);
	}

}
