package cellar.gateway.exchange;

import java.net.URI;

/**
 * Where one request goes: a server, and a request target that is already encoded.
 *
 * @param scheme http or https
 * @param host the host
 * @param port the port, or -1 for the scheme's own
 * @param path encoded path, and query where there is one
 */
public record Target(String scheme, String host, int port, String path) {

	public static Target of(URI base, String encodedPath) {
		return new Target(base.getScheme(), base.getHost(), base.getPort(), trimmedPath(base) + encodedPath);
	}

	public Target onHost(String otherHost) {
		return new Target(this.scheme, otherHost, this.port, this.path);
	}

	public String authority() {
		return (this.port < 0) ? this.host : this.host + ":" + this.port;
	}

	private static String trimmedPath(URI base) {
		String path = (base.getRawPath() != null) ? base.getRawPath() : "";
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
