package cellar.stack.starter;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The stamp of a catalog entry: eight hex digits of the MD5 of the second it was made.
 */
final class Stamp {

	private Stamp() {
	}

	static String of(String date) {
		long seconds = LocalDateTime.parse(date, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
			.toEpochSecond(ZoneOffset.UTC);
		String hex = DigestUtils.md5Hex(seconds + "\n");
		return hex.substring(0, 4) + "-" + hex.substring(4, 8);
	}

}
