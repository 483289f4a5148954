package cellar.catalog.artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksums of a file, computed while it passes.
 */
class Digests {

	private final MessageDigest sha256 = digest("SHA-256");

	private final MessageDigest md5 = digest("MD5");

	void update(byte[] buffer, int length) {
		this.sha256.update(buffer, 0, length);
		this.md5.update(buffer, 0, length);
	}

	Result result() {
		return new Result(HexFormat.of().formatHex(this.sha256.digest()), HexFormat.of().formatHex(this.md5.digest()));
	}

	private static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has " + algorithm, ex);
		}
	}

	/**
	 * Lower-case hex.
	 */
	record Result(String sha256, String md5) {

	}

}
