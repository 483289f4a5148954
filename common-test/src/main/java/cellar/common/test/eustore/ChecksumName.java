package cellar.common.test.eustore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The check of a download: {@code ("%d" % zlib.crc32(md5hex)).rjust(10, "0")}, written
 * once more here, so that no fault of ours is in both places.
 */
final class ChecksumName {

	private static final int DIGITS = 10;

	private ChecksumName() {
	}

	static String of(byte[] tarball) {
		try {
			String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(tarball));
			CRC32 crc = new CRC32();
			crc.update(md5.getBytes(StandardCharsets.US_ASCII));
			String number = Long.toString(crc.getValue());
			return "0".repeat(DIGITS - number.length()) + number;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
