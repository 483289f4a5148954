package cellar.gateway.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import cellar.common.hash.HashFunction;

/**
 * The first 128 bits of the SHA-256 of a key. It finds files; that they are of the same
 * key is for the description in them to say.
 *
 * @param high the first half
 * @param low the second half
 */
public record KeyHash(long high, long low) {

	/**
	 * Hashes a key.
	 * @param key a text that no other key has
	 * @return its hash
	 */
	public static KeyHash of(String key) {
		ByteBuffer digest = ByteBuffer.wrap(HashFunction.SHA_256.of(key.getBytes(StandardCharsets.UTF_8)));
		return new KeyHash(digest.getLong(), digest.getLong());
	}

	static KeyHash parse(String hex) {
		return new KeyHash(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
	}

	/**
	 * Returns the directory that files of the key are in, one of 4096.
	 * @return three hexadecimal digits
	 */
	String directory() {
		return toString().substring(0, 3);
	}

	@Override
	public String toString() {
		return "%016x%016x".formatted(this.high, this.low);
	}

}
