package cellar.simulation.securitygroup;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cellar.simulation.query.Ec2Exception;

/**
 * What may reach a machine, from one source.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for everything
 * @param fromPort the first port, the type for ICMP, null where there are no ports
 * @param toPort the last port, the code for ICMP
 */
public record Rule(String id, String protocol, @Nullable Integer fromPort, @Nullable Integer toPort, Source source,
		@Nullable String description) {

	private static final int MAX_PORT = 65535;

	static Rule checked(String id, String protocol, @Nullable String from, @Nullable String to, Source source,
			@Nullable String description) {
		String name = switch (protocol.toLowerCase(Locale.ROOT)) {
			case "tcp", "6" -> "tcp";
			case "udp", "17" -> "udp";
			case "icmp", "1" -> "icmp";
			case "-1", "all" -> "-1";
			default -> throw Ec2Exception.invalidValue("Invalid value '" + protocol + "' for IP protocol.");
		};
		if (name.equals("-1")) {
			return new Rule(id, name, null, null, source, description);
		}
		int first = port(from, name);
		int last = port(to, name);
		if (!name.equals("icmp") && first > last) {
			throw Ec2Exception.invalidValue("Invalid TCP/UDP port range (" + first + ":" + last + ")");
		}
		return new Rule(id, name, first, last, source, description);
	}

	private static int port(@Nullable String text, String protocol) {
		if (text == null) {
			throw Ec2Exception.missing("fromPort and toPort");
		}
		try {
			int port = Integer.parseInt(text);
			boolean icmp = protocol.equals("icmp");
			if (port >= ((icmp) ? -1 : 0) && port <= ((icmp) ? 255 : MAX_PORT)) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Reported below.
		}
		throw Ec2Exception.invalidValue("Invalid value '" + text + "' for a port");
	}

	boolean allowsTheSameAs(Rule other) {
		return hasThePortsOf(other) && this.source.equals(other.source);
	}

	boolean hasThePortsOf(Rule other) {
		return this.protocol.equals(other.protocol) && Objects.equals(this.fromPort, other.fromPort)
				&& Objects.equals(this.toPort, other.toPort);
	}

}
