package cellar.simulation.securitygroup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

import cellar.simulation.query.Ec2Exception;

/**
 * Where traffic comes from.
 *
 * @param kind what the value is
 * @param value a block of addresses, or the id of a group
 */
public record Source(Kind kind, String value) {

	// Digits and separators only, so that no name is ever looked up.
	private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}");

	private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*/\\d{1,3}");

	boolean is(Kind other) {
		return this.kind == other;
	}

	static Source ipv4(String block) {
		return new Source(Kind.IPV4, checked(block, IPV4, 4));
	}

	static Source ipv6(String block) {
		return new Source(Kind.IPV6, checked(block, IPV6, 16));
	}

	static Source group(String id) {
		return new Source(Kind.GROUP, id);
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

	/**
	 * What a source is told by. Records on disk call it as {@link #toString()} does.
	 */
	public enum Kind {

		/** A block of IPv4 addresses. */
		IPV4,

		/** A block of IPv6 addresses. */
		IPV6,

		/** The machines in a security group. */
		GROUP;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
