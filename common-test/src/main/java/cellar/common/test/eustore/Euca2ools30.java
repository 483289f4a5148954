package cellar.common.test.eustore;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The eustore commands of euca2ools 3.0: whole names, URLs resolved as RFC 3986 wants it,
 * any text but an empty one is true.
 */
public final class Euca2ools30 {

	private static final Map<String, String> HEADERS = Map.of("User-Agent",
			"euca2ools/3.0.2 (CPython 2.7.5; Linux 3.10.0; x86_64) requestbuilder/0.1.0 requests/1.2.3",
			"Accept-Encoding", "gzip, deflate");

	private final Website website;

	private final String endpoint;

	/**
	 * Creates a client.
	 * @param website where it gets everything from
	 * @param eustoreUrl the value of {@code -U}, with or without a slash at its end
	 */
	public Euca2ools30(Website website, String eustoreUrl) {
		this.website = website;
		this.endpoint = eustoreUrl.endsWith("/") ? eustoreUrl : eustoreUrl + "/";
	}

	/**
	 * Runs {@code eustore-describe-images}.
	 * @param verbose whether with {@code -v}
	 * @return the lines it prints, with tabs
	 */
	public List<String> describeImages(boolean verbose) {
		return rows().stream().map((row) -> line(row, verbose)).toList();
	}

	private static String line(CatalogRow row, boolean verbose) {
		String hypervisors = String.join(",", row.texts("hypervisors-supported"));
		Stream<String> usual = Stream.of(row.textOrNothing("name"), row.textOrNothing("os"),
				row.textOrNothing("architecture"), row.textOrNothing("version"), hypervisors,
				row.textOrNothing("description"));
		Stream<String> more = verbose ? Stream.of("date", "stamp", "recipe", "contact").map(row::textOrNothing)
				: Stream.empty();
		return Stream.concat(usual, more).collect(Collectors.joining("\t"));
	}

	/**
	 * Runs {@code eustore-install-image} as far as it has to do with the catalog.
	 * @param image the name
	 * @param hypervisor the value of {@code --hypervisor}, if it is given
	 * @return what it would install
	 */
	public Download installImage(String image, @Nullable String hypervisor) {
		CatalogRow found = rows().stream()
			.filter((row) -> row.textOrNothing("name").equals(image))
			.findFirst()
			.orElseThrow(() -> new ClientFailedException("error: no such image: '" + image + "'"));
		byte[] tarball = this.website.get(URI.create(this.endpoint).resolve(found.text("url")), HEADERS)
			.decodedOrFail();
		if (!image.equals(ChecksumName.of(tarball))) {
			throw new ClientFailedException("error: image is corrupt; expected checksum " + image);
		}
		return new Download(tarball, found.isTruthy("single-kernel") ? null : hypervisor);
	}

	private List<CatalogRow> rows() {
		return CatalogRow.read(this.website.get(URI.create(this.endpoint + "catalog"), HEADERS).decodedOrFail());
	}

}
