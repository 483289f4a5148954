package cellar.simulation.state;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Ids in the form of EC2: a prefix and 17 hexadecimal digits.
 */
public final class ResourceIds {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Pattern FORM = Pattern.compile("[a-z]+-[0-9a-f]{8}(?:[0-9a-f]{9})?");

	private ResourceIds() {
	}

	/**
	 * Returns an id that nothing has.
	 * @param prefix the start of ids of the type, without the dash
	 * @return the id, at random
	 */
	public static String next(String prefix) {
		byte[] random = new byte[8];
		RANDOM.nextBytes(random);
		return prefix + "-0" + HexFormat.of().formatHex(random);
	}

	/**
	 * Tells whether a text could be an id, be it of the older form with 8 digits.
	 * @param prefix the start of ids of the type
	 * @param id the text
	 * @return whether it could
	 */
	public static boolean isWellFormed(String prefix, String id) {
		return id.startsWith(prefix + "-") && FORM.matcher(id).matches();
	}

}
