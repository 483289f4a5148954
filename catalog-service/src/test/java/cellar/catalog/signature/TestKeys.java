package cellar.catalog.signature;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys for tests: those of RFC 8032, 7.1.
 */
public final class TestKeys {

	static final String FIRST = pem("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

	static final String SECOND = pem("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

	private TestKeys() {
	}

	public static Signatures none() {
		return new Signatures(new SigningProperties(null, List.of()));
	}

	public static Signatures both() {
		return new Signatures(new SigningProperties(FIRST, List.of(SECOND)));
	}

	public static String first() {
		return FIRST;
	}

	private static String pem(String seed) {
		byte[] der = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
		return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
				+ "\n-----END PRIVATE KEY-----\n";
	}

}
