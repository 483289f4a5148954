package cellar.provisioning.parameter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text is one public key of OpenSSH, by looking inside.
 */
public final class PublicKeys {

	private static final List<String> TYPES = List.of("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256",
			"ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com",
			"sk-ecdsa-sha2-nistp256@openssh.com");

	private static final int MAX_CHARACTERS = 8192;

	private PublicKeys() {
	}

	/**
	 * Judges a text.
	 * @param text what may be a public key
	 * @return what is wrong with it, or nothing
	 */
	public static @Nullable String violationOf(String text) {
		if (text.contains("PRIVATE KEY")) {
			return "must be the public half of a key; this is the private one, which nobody else should ever see";
		}
		String unsafe = UnsafeText.violationOf(text);
		if (unsafe != null) {
			return unsafe;
		}
		String[] parts = text.split(" ", 3);
		if (text.length() > MAX_CHARACTERS || parts.length < 2 || !TYPES.contains(parts[0])
				|| !carries(parts[1], parts[0])) {
			return "must be one public key as ssh-keygen writes it, such as 'ssh-ed25519 AAAA... name'";
		}
		return null;
	}

	private static boolean carries(String base64, String type) {
		try {
			ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
			byte[] name = field(blob);
			return new String(name, StandardCharsets.US_ASCII).equals(type) && field(blob).length > 0
					&& fieldsFill(blob);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean fieldsFill(ByteBuffer blob) {
		while (blob.hasRemaining()) {
			field(blob);
		}
		return true;
	}

	private static byte[] field(ByteBuffer blob) {
		int length = (blob.remaining() >= Integer.BYTES) ? blob.getInt() : -1;
		if (length < 0 || length > blob.remaining()) {
			throw new IllegalArgumentException("A field runs over the end of the key");
		}
		byte[] field = new byte[length];
		blob.get(field);
		return field;
	}

}
