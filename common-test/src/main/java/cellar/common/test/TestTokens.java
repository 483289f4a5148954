package cellar.common.test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.test.context.DynamicPropertyRegistry;

import cellar.common.access.Role;
import cellar.common.hash.HashFunction;

/**
 * Makes the tokens of callers known to the application under test.
 */
public final class TestTokens {

	private TestTokens() {
	}

	/**
	 * Adds one token for each role. The token and its holder are called like the role, in
	 * lower case.
	 * @param registry the properties of the application
	 */
	public static void addOneForEachRole(DynamicPropertyRegistry registry) {
		add(registry,
				Stream.of(Role.values())
					.map((role) -> role.name().toLowerCase(Locale.ROOT))
					.map((name) -> new TestToken(name, name, name))
					.toList());
	}

	/**
	 * Adds tokens. They replace those that were added before.
	 * @param registry the properties of the application
	 * @param tokens the tokens
	 */
	public static void add(DynamicPropertyRegistry registry, List<TestToken> tokens) {
		for (int index = 0; index < tokens.size(); index++) {
			TestToken token = tokens.get(index);
			String prefix = "cellar.security.tokens[" + index + "].";
			registry.add(prefix + "name", token::holder);
			registry.add(prefix + "hash",
					() -> "{sha256}" + HashFunction.SHA_256.hexOf(token.value().getBytes(StandardCharsets.UTF_8)));
			registry.add(prefix + "roles", token::roles);
		}
	}

	/**
	 * A token that a test calls with.
	 *
	 * @param holder who holds it, as rows and logs call them
	 * @param value what is sent
	 * @param roles what the holder may do, separated by commas
	 */
	public record TestToken(String holder, String value, String roles) {

	}

}
