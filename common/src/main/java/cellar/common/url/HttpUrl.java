package cellar.common.url;

import java.net.URI;

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

}
