package cellar.gateway.origin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out: plain HTTP exchanges without retries, redirects, cookies or content
 * decoding, each bounded in time and number.
 */
class Transport implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Transport.class);

	private final CloseableHttpClient client;

	private final List<OriginObserver> observers;

	Transport(TransportProperties limits, List<OriginObserver> observers) {
		this.observers = List.copyOf(observers);
		Timeout connect = Timeout.of(limits.connectTimeout());
		Timeout idle = Timeout.of(limits.idleTimeout());
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
				.setMaxConnPerRoute(limits.connections())
				.setMaxConnTotal(Integer.MAX_VALUE)
				.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
					.http1Config(Http1Config.custom()
						.setBufferSize(64 * 1024)
						.setMaxLineLength(16 * 1024)
						.setMaxHeaderCount(200)
						.build())
					.build())
				// Nothing is sent twice, so a connection that the origin has closed
				// must be noticed before it is used again.
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(connect)
					.setSocketTimeout(idle)
					.setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
					.setTimeToLive(TimeValue.ofMinutes(5))
					.build())
				.build())
			.setDefaultRequestConfig(
					RequestConfig.custom().setConnectionRequestTimeout(connect).setResponseTimeout(idle).build())
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
	 * Sends one request and lets the answer be read by whoever knows the protocol.
	 * @param method the method
	 * @param target where to
	 * @param headers what to send
	 * @param reader makes the answer
	 * @return the answer, or a failure
	 */
	OriginAnswer send(OriginRequest.Method method, Target target, Headers headers,
			Function<Exchange, OriginAnswer> reader) {
		HttpHost host = new HttpHost(target.scheme(), target.host(), target.port());
		HttpUriRequestBase request = new HttpUriRequestBase(method.name(), URI.create("/"));
		request.setScheme(target.scheme());
		request.setAuthority(new URIAuthority(target.host(), target.port()));
		// Set last and as is: the client would tidy up a path that it parsed itself.
		request.setPath(target.path());
		headers.fields().forEach((field) -> request.addHeader(field.name(), field.value()));
		if (headers.first(HttpHeaders.ACCEPT_ENCODING) == null) {
			request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
		try {
			ClassicHttpResponse response = this.client.executeOpen(host, request, null);
			this.observers.forEach((observer) -> observer.answered(target.authority(), response.getCode()));
			return read(request, response, target.authority(), reader);
		}
		catch (IOException ex) {
			request.cancel();
			this.observers.forEach((observer) -> observer.answered(target.authority(), 0));
			logger.atWarn()
				.addKeyValue("origin", host)
				.addKeyValue("cause", ex.toString())
				.log("Origin gave no answer");
			return new OriginAnswer.Failure(
					isTimeout(ex) ? OriginAnswer.Failure.Kind.TIMEOUT : OriginAnswer.Failure.Kind.UNREACHABLE, 0);
		}
	}

	private OriginAnswer read(HttpUriRequestBase request, ClassicHttpResponse response, String origin,
			Function<Exchange, OriginAnswer> reader) throws IOException {
		try {
			return reader.apply(exchange(request, response, origin));
		}
		catch (RuntimeException ex) {
			// Nobody else gets to know of the connection that it holds.
			request.cancel();
			response.close();
			throw ex;
		}
	}

	private static boolean isTimeout(IOException ex) {
		return ex instanceof SocketTimeoutException || ex instanceof ConnectTimeoutException
				|| ex instanceof InterruptedIOException;
	}

	private Exchange exchange(HttpUriRequestBase request, ClassicHttpResponse response, String origin)
			throws IOException {
		Headers headers = new Headers(Arrays.stream(response.getHeaders())
			.map((header) -> new Headers.Field(header.getName(), (header.getValue() != null) ? header.getValue() : ""))
			.toList());
		HttpEntity entity = response.getEntity();
		if (entity == null) {
			return new Exchange(response.getCode(), headers, declaredLength(headers), true,
					new WireBody(request, response, null, (_) -> {
					}));
		}
		return new Exchange(response.getCode(), headers, entity.getContentLength(),
				entity.isChunked() || entity.getContentLength() >= 0,
				new WireBody(request, response, entity.getContent(),
						(bytes) -> this.observers.forEach((observer) -> observer.received(origin, bytes))));
	}

	private static long declaredLength(Headers headers) {
		String value = headers.first(HttpHeaders.CONTENT_LENGTH);
		return (value != null && value.matches("\\d{1,18}")) ? Long.parseLong(value) : -1;
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
