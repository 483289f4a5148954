package cellar.common.url;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What counts as an address that can be called.
 */
public final class HttpUrl {

	private HttpUrl() {
	}

	/**
	 * Tells whether a URI is an absolute http or https URL with a host.
	 * @param uri the URI, if there is one
	 * @return whether it is
	 */
	public static boolean matches(@Nullable URI uri) {
		return uri != null && uri.getHost() != null
				&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
	}

	/**
	 * Tells whether a URL leads nowhere but to this machine. No name is looked up.
	 * @param url the URL
	 * @return whether its host is {@code localhost} or a loopback address
	 */
	public static boolean isLoopback(URI url) {
		String host = url.getHost();
		if (host == null) {
			return false;
		}
		String name = host.toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return true;
		}
		try {
			return InetAddress.ofLiteral(host).isLoopbackAddress();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
