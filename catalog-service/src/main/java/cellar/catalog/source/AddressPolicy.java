package cellar.catalog.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

import cellar.common.url.HttpUrl;

/**
 * Where catalogs and files may be fetched from: names and ports by the URL, addresses
 * when the connection is made.
 */
@Component
public class AddressPolicy {

	private static final int MAX_URL = 2000;

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	private static final String BELOW = "*.";

	private final SourceProperties properties;

	AddressPolicy(SourceProperties properties) {
		this.properties = properties;
	}

	/**
	 * Checks what can be told from a URL alone. No name is looked up.
	 * @param url the URL, at most 2000 characters
	 * @throws SourceException if nothing is fetched from there
	 */
	public void check(URI url) {
		if (!HttpUrl.matches(url) || url.getRawUserInfo() != null || url.toString().length() > MAX_URL) {
			throw SourceException
				.lasting("It must be an http or https URL without a user, of at most %d characters".formatted(MAX_URL));
		}
		int port = port(url);
		if (this.properties.ports().stream().noneMatch((range) -> range.contains(port))) {
			throw SourceException
				.lasting("Nothing is fetched from port %d, only from %s".formatted(port, this.properties.ports()));
		}
		String host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
		if (!this.properties.hosts().isEmpty()
				&& this.properties.hosts().stream().noneMatch((allowed) -> matches(allowed, host))) {
			throw SourceException.lasting("'%s' is not among the hosts that things are fetched from".formatted(host));
		}
	}

	InetAddressFilter addresses() {
		InetAddressFilter external = InetAddressFilter.externalAddresses()
			.and(InetAddressFilter.adapt(AddressPolicy::isGlobalUnicast));
		List<String> allowed = this.properties.allowInternal();
		return allowed.isEmpty() ? external : external.or(allowed.toArray(String[]::new));
	}

	private static int port(URI url) {
		if (url.getPort() != -1) {
			return url.getPort();
		}
		return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
	}

	private static boolean matches(String allowed, String host) {
		String wanted = allowed.toLowerCase(Locale.ROOT);
		return wanted.startsWith(BELOW) ? host.endsWith(wanted.substring(1)) : host.equals(wanted);
	}

	// RFC 4291, 2.4: 2000::/3. Forms that wrap an IPv4 address, such as ::7f00:1, are
	// not.
	private static boolean isGlobalUnicast(InetAddress address) {
		return !(address instanceof Inet6Address) || (address.getAddress()[0] & 0xe0) == 0x20;
	}

}
