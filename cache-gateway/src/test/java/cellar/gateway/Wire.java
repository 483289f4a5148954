package cellar.gateway;

import java.net.URI;
import java.net.http.HttpClient;

import cellar.gateway.port.DataPort;

/**
 * How a client speaks with the gateway.
 */
enum Wire {

	CLEARTEXT(false, HttpClient.Version.HTTP_1_1),

	TLS(true, HttpClient.Version.HTTP_1_1),

	TLS_HTTP2(true, HttpClient.Version.HTTP_2);

	private final boolean secure;

	private final HttpClient.Version version;

	private final HttpClient client;

	Wire(boolean secure, HttpClient.Version version) {
		this.secure = secure;
		this.version = version;
		this.client = HttpClient.newBuilder().version(version).sslContext(TestCertificate.trusting()).build();
	}

	HttpClient.Version version() {
		return this.version;
	}

	HttpClient client() {
		return this.client;
	}

	URI uri(DataPort port, String path) {
		return URI.create(
				this.secure ? "https://127.0.0.1:" + port.tlsPort() + path : "http://127.0.0.1:" + port.port() + path);
	}

}
