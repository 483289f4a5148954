package cellar.stack.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A token or key that shows itself only to those who ask for it by name.
 *
 * @param value the characters
 */
public record Secret(String value) {

	// What RFC 6750 lets a bearer token consist of.
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

	public Secret {
		if (!TOKEN.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"A token must consist of letters, digits and the characters - . _ ~ + / with = only at the end");
		}
	}

	/**
	 * Returns what a service needs in order to recognise the secret.
	 * @return <code>{sha256}</code> and the hash in lower-case hex
	 */
	public String hash() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return "{sha256}" + HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Secret[]";
	}

}
