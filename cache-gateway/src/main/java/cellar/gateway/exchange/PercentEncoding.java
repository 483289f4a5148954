package cellar.gateway.exchange;

import java.nio.charset.StandardCharsets;

/**
 * Writes decoded object keys as URL paths.
 */
public final class PercentEncoding {

	private static final String KEPT = "-._~/";

	private PercentEncoding() {
	}

	public static String path(String decoded) {
		StringBuilder encoded = new StringBuilder(decoded.length() + 16);
		for (byte b : decoded.getBytes(StandardCharsets.UTF_8)) {
			int c = b & 0xff;
			if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || KEPT.indexOf(c) >= 0) {
				encoded.append((char) c);
			}
			else {
				encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
			}
		}
		return encoded.toString();
	}

	private static char hex(int digit) {
		return Character.toUpperCase(Character.forDigit(digit, 16));
	}

}
