package cellar.stack.secret;

import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;

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
	 * @return {@code {sha256}} and the hash in lower-case hex
	 */
	public String hash() {
		return "{sha256}" + DigestUtils.sha256Hex(this.value);
	}

	@Override
	public String toString() {
		return "Secret[]";
	}

}
