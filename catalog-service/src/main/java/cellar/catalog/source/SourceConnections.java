package cellar.catalog.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * How servers of others are connected to: directly, with short patience, and with nothing
 * kept or unpacked on their behalf but connections whose bodies were read to the end.
 *
 * @param allowed the addresses that may be connected to
 * @param names finds the addresses of names
 */
record SourceConnections(InetAddressFilter allowed, DnsResolver names) {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(10);

	private static final int MAX_HEADERS = 100;

	private static final int MAX_LINE = 8192;

	SourceConnections(InetAddressFilter allowed) {
		this(allowed, SystemDefaultDnsResolver.INSTANCE);
	}

	ClientHttpRequestFactory factory() {
		return ClientHttpRequestFactoryBuilder.httpComponents()
			.withDnsResolver(this.names)
			.withHttpClientCustomizer(SourceConnections::keepNothing)
			.withConnectionManagerCustomizer(SourceConnections::boundHeaders)
			.build(HttpClientSettings.defaults()
				.withRedirects(HttpRedirects.DONT_FOLLOW)
				.withTimeouts(CONNECT_TIMEOUT, SILENCE_TIMEOUT)
				.withInetAddressFilter(this.allowed));
	}

	private static void keepNothing(HttpClientBuilder client) {
		// A proxy would look up the name itself, and connect to what it likes.
		client.setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
			.disableContentCompression()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableAutomaticRetries()
			// Around the client's own body, which would take what is left unread for
			// read, and
			// use the connection again with that still in it.
			.addExecInterceptorFirst("break-off", SourceConnections::breakOff);
	}

	private static void boundHeaders(PoolingHttpClientConnectionManagerBuilder connections) {
		connections.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
			.http1Config(Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_LINE).build())
			.build());
	}

	private static ClassicHttpResponse breakOff(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		ClassicHttpResponse response = chain.proceed(request, scope);
		HttpEntity entity = response.getEntity();
		if (entity != null) {
			response.setEntity(new Unfinished(entity));
		}
		return response;
	}

	/**
	 * A body that is not read to its end when it is closed: it may have none.
	 */
	private static final class Unfinished extends HttpEntityWrapper {

		Unfinished(HttpEntity entity) {
			super(entity);
		}

		@Override
		public InputStream getContent() throws IOException {
			return new FilterInputStream(super.getContent()) {

				@Override
				public int read(byte[] buffer, int offset, int length) throws IOException {
					return this.in.read(buffer, offset, length);
				}

				@Override
				public void close() {
					// Closing the response ends the connection.
				}

			};
		}

		@Override
		public void close() {
			// Nor here.
		}

	}

}
