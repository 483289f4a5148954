package cellar.catalog.description;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.common.hash.HashFunction;

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
	 * {@code date +%s} prints.
	 * @param date the time
	 * @return the stamp
	 */
	public static String stampOf(Instant date) {
		byte[] line = (date.getEpochSecond() + "\n").getBytes(StandardCharsets.US_ASCII);
		String hex = HashFunction.MD5.hexOf(line);
		return hex.substring(0, 4) + "-" + hex.substring(4, 8);
	}

}
