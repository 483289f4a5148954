package cellar.provisioning;

import java.util.List;

import org.springframework.test.context.DynamicPropertyRegistry;

import cellar.common.test.TestTokens;
import cellar.common.test.TestTokens.TestToken;

/**
 * Who calls in tests. Each token is its holder's name with {@code -token} behind it.
 */
public final class People {

	private People() {
	}

	/**
	 * Makes them known to the application under test.
	 * @param registry the properties of the application
	 */
	public static void register(DynamicPropertyRegistry registry) {
		TestTokens.add(registry, List.of(person("reader", "reader"), person("alice", "launcher"),
				person("bob", "launcher"), person("publisher", "publisher"), person("operator", "operator")));
	}

	private static TestToken person(String name, String role) {
		return new TestToken(name, name + "-token", role);
	}

}
