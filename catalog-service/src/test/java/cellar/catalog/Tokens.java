package cellar.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One token for each role; the token is the role's name.
 */
public final class Tokens {

	public static final List<String> ROLES = List.of("reader", "launcher", "publisher", "operator");

	private Tokens() {
	}

	static void register(DynamicPropertyRegistry registry) {
		for (int index = 0; index < ROLES.size(); index++) {
			String role = ROLES.get(index);
			String prefix = "cellar.security.tokens[" + index + "].";
			registry.add(prefix + "name", () -> role);
			registry.add(prefix + "hash", () -> "{sha256}" + sha256(role));
			registry.add(prefix + "roles", () -> role);
		}
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
