package cellar.common.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash function that every Java platform has.
 */
public enum HashFunction {

	/** Tells contents apart for certain. */
	SHA_256("SHA-256"),

	/** What eustore and S3 ask for; protects from accidents, not from people. */
	MD5("MD5");

	private final String algorithm;

	HashFunction(String algorithm) {
		this.algorithm = algorithm;
	}

	/**
	 * Starts a digest, for content that arrives piece by piece.
	 * @return a digest of nothing so far
	 */
	public MessageDigest start() {
		try {
			return MessageDigest.getInstance(this.algorithm);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java platform lacks " + this.algorithm, ex);
		}
	}

	/**
	 * Returns the hash of some content.
	 * @param content the bytes
	 * @return the hash
	 */
	public byte[] of(byte[] content) {
		return start().digest(content);
	}

	/**
	 * Returns the hash of some content as text.
	 * @param content the bytes
	 * @return lower-case hex
	 */
	public String hexOf(byte[] content) {
		return HexFormat.of().formatHex(of(content));
	}

}
