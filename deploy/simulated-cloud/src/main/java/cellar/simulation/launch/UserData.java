package cellar.simulation.launch;

import java.util.Base64;

import org.jspecify.annotations.Nullable;

import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * Reads user data from requests.
 */
final class UserData {

	/**
	 * Counted before base64.
	 */
	private static final int MAX_BYTES = 16384;

	private UserData() {
	}

	static @Nullable String bind(Parameters parameters) {
		String base64 = parameters.text("UserData");
		if (base64 == null || base64.isEmpty()) {
			return null;
		}
		if (decode(base64).length > MAX_BYTES) {
			throw Ec2Exception.invalidValue("User data is limited to " + MAX_BYTES + " bytes");
		}
		return base64;
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64.replaceAll("[\r\n]", ""));
		}
		catch (IllegalArgumentException ex) {
			throw Ec2Exception.invalidValue("Invalid BASE64 encoding of user data.");
		}
	}

}
