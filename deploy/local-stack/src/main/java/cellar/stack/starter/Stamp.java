package cellar.stack.starter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The stamp of a catalog entry: eight hex digits of the MD5 of the second it was made.
 */
final class Stamp {

	private Stamp() {
	}

	static String of(String date) {
		long seconds = LocalDateTime.parse(date, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
			.toEpochSecond(ZoneOffset.UTC);
		try {
			byte[] line = (seconds + "\n").getBytes(StandardCharsets.US_ASCII);
			String hex = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(line));
			return hex.substring(0, 4) + "-" + hex.substring(4, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
