package cellar.common.test.eustore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * An answer to a GET.
 *
 * @param status the status code
 * @param headers by their names in lower case
 * @param body all bytes as they came
 */
public record WebAnswer(int status, Map<String, String> headers, byte[] body) {

	static final String CONTENT_LENGTH = "content-length";

	private static final int OK = 200;

	byte[] bodyOrFail() {
		if (this.status != OK) {
			throw new ClientFailedException("HTTP Error " + this.status);
		}
		return this.body;
	}

	/**
	 * Reads the body as the library of 3.0 does, which takes away what looks like a
	 * compression of the transfer. A tarball that is sent so is not what was hashed.
	 * @return the body
	 */
	byte[] decodedOrFail() {
		byte[] bytes = bodyOrFail();
		if (!"gzip".equals(this.headers.get("content-encoding"))) {
			return bytes;
		}
		try (GZIPInputStream decoded = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return decoded.readAllBytes();
		}
		catch (IOException ex) {
			throw new ClientFailedException("error: " + ex.getMessage());
		}
	}

	/**
	 * Reads the body as the clients up to 2.1 did, which count their progress by it.
	 * @return the body
	 */
	byte[] bodyWithProgress() {
		byte[] bytes = bodyOrFail();
		String length = this.headers.get(CONTENT_LENGTH);
		if (length == null) {
			throw new ClientFailedException("'content-length'");
		}
		if (Long.parseLong(length) < 1000) {
			throw new ClientFailedException("integer division or modulo by zero");
		}
		return bytes;
	}

}
