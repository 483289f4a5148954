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
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out to an origin: plain HTTP exchanges, each made once and bounded in time.
 */
class Transport implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Transport.class);

	private final String origin;

	private final HeadDeadline deadline;

	private final CloseableHttpClient client;

	private final List<OriginObserver> observers;

	/**
	 * Opens the way to an origin.
	 * @param origin its configured name
	 * @param timeouts how long it is waited for
	 * @param connections how many may be open at a time to one host
	 * @param observers hear of what passes
	 */
	Transport(String origin, Timeouts timeouts, int connections, List<OriginObserver> observers) {
		this.origin = origin;
		this.deadline = new HeadDeadline(timeouts);
		this.client = PlainClient.open(timeouts, connections, this.deadline);
		this.observers = List.copyOf(observers);
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
		request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
		try {
			ClassicHttpResponse response = this.client.executeOpen(host, request, null);
			this.observers.forEach((observer) -> observer.answered(this.origin, response.getCode()));
			return read(request, response, reader);
		}
		catch (IOException ex) {
			request.cancel();
			this.observers.forEach((observer) -> observer.answered(this.origin, 0));
			logger.atWarn()
				.addKeyValue("origin", this.origin)
				.addKeyValue("host", host)
				.addKeyValue("cause", ex.toString())
				.log("Origin gave no answer");
			return new OriginAnswer.Failure(
					isTimeout(ex) ? OriginAnswer.Failure.Kind.TIMEOUT : OriginAnswer.Failure.Kind.UNREACHABLE, 0);
		}
	}

	private OriginAnswer read(HttpUriRequestBase request, ClassicHttpResponse response,
			Function<Exchange, OriginAnswer> reader) throws IOException {
		try {
			return reader.apply(exchange(request, response));
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

	private Exchange exchange(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
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
						(bytes) -> this.observers.forEach((observer) -> observer.received(this.origin, bytes))));
	}

	private static long declaredLength(Headers headers) {
		String value = headers.first(HttpHeaders.CONTENT_LENGTH);
		return (value != null && value.matches("\\d{1,18}")) ? Long.parseLong(value) : -1;
	}

	@Override
	public void close() throws IOException {
		this.client.close();
		this.deadline.close();
	}

}
