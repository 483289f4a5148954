package cellar.common.test.eustore;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The eustore commands of euca2ools 2.1.0 to 2.1.4: names that are checksums,
 * hypervisors, URLs still put together as text.
 */
public final class Euca2ools21 {

	private static final Map<String, String> HEADERS = Map.of("User-Agent", "euca2ools/eustore", "eustore-version",
			"eustore-catalog-2011-12-29", "Accept-Encoding", "identity");

	private static final Column NAME = new Column("name", 11);

	private static final Column HYPERVISORS = new Column("hypervisors-supported", 18);

	private final Website website;

	private final String eustoreUrl;

	/**
	 * Creates a client.
	 * @param website where it gets everything from
	 * @param eustoreUrl the value of {@code EUSTORE_URL}, with a slash at its end
	 */
	public Euca2ools21(Website website, String eustoreUrl) {
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
					+ HYPERVISORS.fit(String.join(", ", row.texts(HYPERVISORS.key()))) + row.text("description"));
			if (verbose) {
				lines.add(Column.details(row));
			}
		}
		return lines;
	}

	/**
	 * Runs {@code eustore-install-image} as far as it has to do with the catalog.
	 * @param image the name or a part of it
	 * @param hypervisor the value of {@code -k}, if it is given
	 * @return what it would install
	 */
	public Download installImage(String image, @Nullable String hypervisor) {
		CatalogRow found = rows().stream()
			.filter((row) -> row.text("name").contains(image))
			.findFirst()
			.orElseThrow(() -> new ClientFailedException("Image name not found, please run eustore-describe-images"));
		if (!found.text("single-kernel").equals("True") && hypervisor == null) {
			throw new ClientFailedException("The -k option must be specified because this image has separate kernels");
		}
		found.text("description");
		byte[] tarball = this.website.get(URI.create(this.eustoreUrl + found.text("url")), HEADERS).bodyWithProgress();
		if (!found.text("name").equals(ChecksumName.of(tarball))) {
			throw new ClientFailedException("Error: Downloaded image was incomplete or corrupt, please try again");
		}
		return new Download(tarball, hypervisor);
	}

	private List<CatalogRow> rows() {
		return CatalogRow.read(this.website.get(URI.create(this.eustoreUrl + "catalog"), HEADERS).bodyOrFail());
	}

}
