package cellar.gateway.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Checksum;

/**
 * The checksum of the bytes so far.
 */
public interface RunningChecksum {

	/**
	 * Adds bytes.
	 * @param bytes where they are
	 * @param offset where the first of them is
	 * @param count how many of them
	 */
	void update(byte[] bytes, int offset, int count);

	/**
	 * Returns what all the bytes come to, after the last of them.
	 * @return lower-case hexadecimal digits
	 */
	String hex();

	static RunningChecksum ofCrc(Checksum crc, int digits) {
		return new RunningChecksum() {

			@Override
			public void update(byte[] bytes, int offset, int count) {
				crc.update(bytes, offset, count);
			}

			@Override
			public String hex() {
				return HexFormat.of().toHexDigits(crc.getValue(), digits);
			}

		};
	}

	static RunningChecksum ofDigest(String algorithm) {
		MessageDigest digest = digest(algorithm);
		return new RunningChecksum() {

			@Override
			public void update(byte[] bytes, int offset, int count) {
				digest.update(bytes, offset, count);
			}

			@Override
			public String hex() {
				return HexFormat.of().formatHex(digest.digest());
			}

		};
	}

	private static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has " + algorithm, ex);
		}
	}

}
