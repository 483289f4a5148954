package cellar.gateway.checksum;

import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * What all of a body must come to.
 *
 * @param algorithm how it is computed
 * @param hex lower-case hexadecimal digits
 */
public record WholeChecksum(ChecksumAlgorithm algorithm, String hex) {

	/**
	 * Reads a checksum.
	 * @param algorithm how it was computed
	 * @param base64 its bytes in Base64
	 * @return the checksum, or {@code null} if it cannot be one of this algorithm
	 */
	public static @Nullable WholeChecksum ofBase64(ChecksumAlgorithm algorithm, String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64);
			return (bytes.length * 8 == algorithm.bits())
					? new WholeChecksum(algorithm, HexFormat.of().formatHex(bytes)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
