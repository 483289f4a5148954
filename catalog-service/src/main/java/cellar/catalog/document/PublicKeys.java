package cellar.catalog.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.signature.VerificationKey;

/**
 * The public keys, each under a name that follows from it, and the list of them.
 */
class PublicKeys {

	private static final String PEM = "application/x-pem-file";

	private final JsonMapper json = new JsonMapper();

	List<RenderedDocument> render(List<VerificationKey> keys) {
		List<Entry> entries = IntStream.range(0, keys.size())
			.mapToObj((index) -> new Entry(keys.get(index).id(), "Ed25519", (index == 0) ? "primary" : "overlap",
					keys.get(index).id() + ".pem"))
			.toList();
		RenderedDocument index = new RenderedDocument(RenderedDocument.KEYS + "index.json", "application/json",
				this.json.writeValueAsBytes(new Index(entries)));
		return Stream.concat(Stream.of(index), keys.stream().map(PublicKeys::pem)).toList();
	}

	private static RenderedDocument pem(VerificationKey key) {
		return new RenderedDocument(RenderedDocument.KEYS + key.id() + ".pem", PEM,
				key.pem().getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * The list of keys.
	 *
	 * @param keys the one whose signatures have no key in their name, then the others
	 */
	record Index(List<Entry> keys) {

	}

	/**
	 * One key.
	 *
	 * @param id the first 16 hex digits of the SHA-256 of its DER form
	 * @param algorithm what it signs with
	 * @param role {@code primary} or {@code overlap}
	 * @param url relative to the list
	 */
	record Entry(String id, String algorithm, String role, String url) {

	}

}
