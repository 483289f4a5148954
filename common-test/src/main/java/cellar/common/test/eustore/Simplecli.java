package cellar.common.test.eustore;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The images menu of simplecli, which needs all twelve fields of every image.
 */
public final class Simplecli {

	private static final List<String> FIELDS = List.of("name", "description", "version", "architecture", "os", "url",
			"date", "recipe", "stamp", "contact", "single-kernel");

	private static final String GREATER = "-gt:";

	private final Website website;

	private final String url;

	/**
	 * Creates a client.
	 * @param website where it gets everything from
	 * @param url the site, with a slash at its end
	 */
	public Simplecli(Website website, String url) {
		this.website = website;
		this.url = url;
	}

	/**
	 * Lists images.
	 * @param filters such as {@code os=fedora,cirros} and
	 * {@code date=-gt:20140410025733}; all have to fit
	 * @return the names
	 */
	public List<String> images(String... filters) {
		List<CatalogRow> rows = CatalogRow
			.read(this.website.get(URI.create(this.url + "catalog"), Map.of()).bodyOrFail());
		rows.forEach((row) -> {
			FIELDS.forEach(row::text);
			row.texts("hypervisors-supported");
		});
		return rows.stream()
			.filter((row) -> List.of(filters).stream().allMatch((filter) -> fits(row, filter)))
			.map((row) -> row.text("name"))
			.toList();
	}

	private static boolean fits(CatalogRow row, String filter) {
		String[] parts = filter.split("=", 2);
		String value = row.text(parts[0]);
		if (parts[1].startsWith(GREATER)) {
			return Long.parseLong(value) > Long.parseLong(parts[1].substring(GREATER.length()));
		}
		return List.of(parts[1].split(",")).contains(value);
	}

}
