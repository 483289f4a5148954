package cellar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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

	/**
	 * Asks for something without waiting for its end.
	 * @param port whom to ask
	 * @param path what for
	 * @return its bytes as they come, to be closed
	 */
	InputStream open(DataPort port, String path) throws IOException, InterruptedException {
		return this.client
			.send(HttpRequest.newBuilder(uri(port, path)).build(), HttpResponse.BodyHandlers.ofInputStream())
			.body();
	}

	URI uri(DataPort port, String path) {
		return URI.create(
				this.secure ? "https://127.0.0.1:" + port.tlsPort() + path : "http://127.0.0.1:" + port.port() + path);
	}

}
