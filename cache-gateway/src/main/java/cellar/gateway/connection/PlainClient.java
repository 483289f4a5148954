package cellar.gateway.connection;

import java.io.IOException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client that sends what it is told, once: no retries, redirects, cookies or
 * decoding of bodies.
 */
public final class PlainClient implements AutoCloseable {

	private final HeadDeadline deadline;

	private final CloseableHttpClient client;

	/**
	 * Opens a client.
	 * @param timeouts how long it waits
	 */
	public PlainClient(Timeouts timeouts) {
		this.deadline = new HeadDeadline(timeouts);
		this.client = HttpClients.custom()
			.setConnectionManager(connections(timeouts))
			.setRequestExecutor(this.deadline)
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(Timeout.of(timeouts.connect()))
				.setResponseTimeout(Timeout.of(timeouts.firstByte()))
				.build())
			.evictExpiredConnections()
			.evictIdleConnections(TimeValue.ofSeconds(30))
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableContentCompression()
			.disableCookieManagement()
			.disableAuthCaching()
			.setUserAgent("Cellar")
			.build();
	}

	/**
	 * Sends a request.
	 * @param request the request, with scheme and authority
	 * @return the answer, to be closed after its body
	 * @throws IOException if none came
	 */
	public ClassicHttpResponse send(HttpUriRequestBase request) throws IOException {
		return this.client.executeOpen(new HttpHost(request.getScheme(), request.getAuthority()), request, null);
	}

	@Override
	public void close() throws IOException {
		this.client.close();
		this.deadline.close();
	}

	private static HttpClientConnectionManager connections(Timeouts timeouts) {
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
			// How many there are is decided before anybody asks for one.
			.setMaxConnPerRoute(Integer.MAX_VALUE)
			.setMaxConnTotal(Integer.MAX_VALUE)
			.setConnectionFactory(CleanConnection.factory(Http1Config.custom()
				.setBufferSize(64 * 1024)
				.setMaxLineLength(16 * 1024)
				.setMaxHeaderCount(200)
				.build()))
			.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.of(timeouts.connect())).build())
			// Nothing is sent twice, so a connection that the origin has closed must be
			// noticed before it is used again.
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(timeouts.connect()))
				.setSocketTimeout(Timeout.of(timeouts.idle()))
				.setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
				.setTimeToLive(TimeValue.ofMinutes(5))
				.build())
			.build();
	}

}
