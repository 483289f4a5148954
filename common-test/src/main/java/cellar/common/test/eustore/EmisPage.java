package cellar.common.test.eustore;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The table of the page at emis.eucalyptus.com, a script that read the catalog beside it.
 */
public final class EmisPage {

	private static final List<String> COLUMNS = List.of("name", "version", "description", "contact", "architecture",
			"os");

	private final Website website;

	private final URI address;

	/**
	 * Opens the page.
	 * @param website where it gets everything from
	 * @param address where the page is
	 */
	public EmisPage(Website website, URI address) {
		this.website = website;
		this.address = address;
	}

	/**
	 * Returns what the table shows.
	 * @return the rows
	 */
	public List<Row> rows() {
		return CatalogRow.read(this.website.get(this.address.resolve("catalog"), Map.of()).bodyOrFail())
			.stream()
			.map((row) -> new Row(COLUMNS.stream().map(row::text).toList(), this.address.resolve(row.text("url"))))
			.toList();
	}

	/**
	 * A row of the table.
	 *
	 * @param cells name, version, description, contact, architecture and os
	 * @param link where the image is
	 */
	public record Row(List<String> cells, URI link) {

	}

}
