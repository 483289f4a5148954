package cellar.catalog.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells two contents apart.
 */
public final class ContentHash {

	private ContentHash() {
	}

	/**
	 * Returns the SHA-256 of some content.
	 * @param content the bytes
	 * @return 64 lower-case hex digits
	 */
	public static String of(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
