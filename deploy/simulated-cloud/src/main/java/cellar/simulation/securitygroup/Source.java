package cellar.simulation.securitygroup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

import cellar.simulation.query.Ec2Exception;

/**
 * Where traffic comes from.
 *
 * @param kind {@code ipv4}, {@code ipv6} or {@code group}
 * @param value a block of addresses, or the id of a group
 */
public record Source(String kind, String value) {

	// Digits and separators only, so that no name is ever looked up.
	private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}");

	private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*/\\d{1,3}");

	static Source ipv4(String block) {
		return new Source("ipv4", checked(block, IPV4, 4));
	}

	static Source ipv6(String block) {
		return new Source("ipv6", checked(block, IPV6, 16));
	}

	static Source group(String id) {
		return new Source("group", id);
	}

	private static String checked(String block, Pattern form, int length) {
		try {
			if (form.matcher(block).matches()) {
				String[] parts = block.split("/");
				byte[] address = InetAddress.getByName(parts[0]).getAddress();
				if (address.length == length && Integer.parseInt(parts[1]) <= length * 8) {
					return block;
				}
			}
		}
		catch (UnknownHostException ex) {
			// Reported below.
		}
		throw Ec2Exception.invalidValue("CIDR block " + block + " is malformed");
	}

}
