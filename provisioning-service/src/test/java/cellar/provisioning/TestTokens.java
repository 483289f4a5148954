package cellar.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Tokens of people who call in tests. Each token is its holder's name with
 * <code>-token</code> behind it.
 */
public final class TestTokens {

	private static final List<String[]> HOLDERS = List.of(new String[] { "reader", "READER" },
			new String[] { "alice", "LAUNCHER" }, new String[] { "bob", "LAUNCHER" },
			new String[] { "publisher", "PUBLISHER" }, new String[] { "operator", "OPERATOR" });

	private TestTokens() {
	}

	public static void register(DynamicPropertyRegistry registry) {
		for (int i = 0; i < HOLDERS.size(); i++) {
			String[] holder = HOLDERS.get(i);
			String prefix = "cellar.security.tokens[" + i + "].";
			registry.add(prefix + "name", () -> holder[0]);
			registry.add(prefix + "roles", () -> holder[1]);
			registry.add(prefix + "hash", () -> "{sha256}" + sha256(holder[0] + "-token"));
		}
	}

	private static String sha256(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
