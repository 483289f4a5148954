package cellar.common.test.eustore;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The eustore commands of euca2ools 2.0.0 to 2.0.3: readable names, URLs put together as
 * text, nothing checked.
 */
public final class Euca2ools20 {

	private static final Map<String, String> HEADERS = Map.of("User-Agent", "Python-urllib/2.7", "Accept-Encoding",
			"identity");

	private static final Column NAME = new Column("name", 25);

	private final Website website;

	private final String eustoreUrl;

	/**
	 * Creates a client.
	 * @param website where it gets everything from
	 * @param eustoreUrl the value of {@code EUSTORE_URL}, with a slash at its end
	 */
	public Euca2ools20(Website website, String eustoreUrl) {
		this.website = website;
		this.eustoreUrl = eustoreUrl;
	}

	/**
	 * Runs {@code eustore-describe-images}.
	 * @param verbose whether with {@code -v}
	 * @return the lines it prints
	 */
	public List<String> describeImages(boolean verbose) {
		List<String> lines = new ArrayList<>();
		for (CatalogRow row : rows()) {
			lines.add(NAME.of(row) + Column.OS.of(row) + Column.ARCHITECTURE.of(row) + Column.VERSION.of(row)
					+ row.text("description"));
			if (verbose) {
				lines.add(Column.details(row));
			}
		}
		return lines;
	}

	/**
	 * Runs {@code eustore-install-image} as far as it has to do with the catalog.
	 * @param image the name or a part of it
	 * @return the tarball it would install
	 */
	public byte[] installImage(String image) {
		CatalogRow found = rows().stream()
			.filter((row) -> row.text("name").contains(image))
			.findFirst()
			.orElseThrow(() -> new ClientFailedException("Image name not found, please run eustore-describe-images"));
		found.text("description");
		return this.website.get(URI.create(this.eustoreUrl + found.text("url")), HEADERS).bodyWithProgress();
	}

	private List<CatalogRow> rows() {
		return CatalogRow.read(this.website.get(URI.create(this.eustoreUrl + "catalog.json"), HEADERS).bodyOrFail());
	}

}
