package cellar.catalog.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * When an image was made.
 *
 * @param date the time, to the second
 * @param stamp what eustore shows of it: eight hex digits in two groups
 * @param origin what another catalog said, if it came from one
 */
public record Release(Instant date, String stamp, @Nullable Origin origin) {

	/**
	 * Returns a release of our own.
	 * @param date when it was made
	 * @return the release
	 */
	public static Release at(Instant date) {
		return new Release(date, stampOf(date), null);
	}

	/**
	 * Derives the stamp from the time as eustore did: from the MD5 of the line that
	 * <code>date +%s</code> prints.
	 * @param date the time
	 * @return the stamp
	 */
	public static String stampOf(Instant date) {
		try {
			byte[] line = (date.getEpochSecond() + "\n").getBytes(StandardCharsets.US_ASCII);
			String hex = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(line));
			return hex.substring(0, 4) + "-" + hex.substring(4, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has MD5", ex);
		}
	}

}
