package cellar.catalog.revocation;

/**
 * Where objects go that nobody is to read any more. No image has a name that begins so.
 */
public final class Aside {

	/** The beginning of such keys. */
	public static final String PREFIX = ".withdrawn/";

	private Aside() {
	}

	static String keyOf(String key) {
		return PREFIX + key;
	}

}
