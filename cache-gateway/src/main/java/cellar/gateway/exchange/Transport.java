package cellar.gateway.exchange;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.net.URIAuthority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.connection.PlainClient;
import cellar.gateway.connection.Timeouts;
import cellar.gateway.guard.Admission;
import cellar.gateway.guard.Guard;
import cellar.gateway.header.FieldLine;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;
import cellar.gateway.origin.OriginObserver;
import cellar.gateway.origin.OriginRequest;

/**
 * The one way out to an origin: plain HTTP exchanges, each made once and bounded in time.
 */
public class Transport implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Transport.class);

	private final String origin;

	private final Guard guard;

	private final PlainClient client;

	private final List<OriginObserver> observers;

	/**
	 * Opens the way to an origin.
	 * @param origin its configured name
	 * @param timeouts how long it is waited for
	 * @param guard lets requests through
	 * @param observers hear of what passes
	 */
	public Transport(String origin, Timeouts timeouts, Guard guard, List<OriginObserver> observers) {
		this.origin = origin;
		this.guard = guard;
		this.client = new PlainClient(timeouts);
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
	public OriginAnswer send(OriginRequest.Method method, Target target, Headers headers,
			Function<Exchange, OriginAnswer> reader) {
		return switch (this.guard.enter()) {
			case Admission.Refused refused -> refused(switch (refused) {
				case CIRCUIT_OPEN -> OriginAnswer.Failure.Kind.CIRCUIT_OPEN;
				case NO_PLACE -> OriginAnswer.Failure.Kind.OVERLOADED;
			});
			case Admission.Admitted admitted -> exchange(request(method, target, headers), admitted, reader);
		};
	}

	private OriginAnswer refused(OriginAnswer.Failure.Kind reason) {
		this.observers.forEach((observer) -> observer.refused(this.origin, reason));
		return new OriginAnswer.Failure(reason, 0);
	}

	/**
	 * Counts an answer that was of no use.
	 * @param fault what was wrong with it
	 */
	public void faulty(OriginFault fault) {
		logger.atWarn().addKeyValue("origin", this.origin).addKeyValue("fault", fault).log("Origin gave a bad answer");
		this.observers.forEach((observer) -> observer.faulty(this.origin, fault));
	}

	private static HttpUriRequestBase request(OriginRequest.Method method, Target target, Headers headers) {
		HttpUriRequestBase request = new HttpUriRequestBase(method.name(), URI.create("/"));
		request.setScheme(target.scheme());
		request.setAuthority(new URIAuthority(target.host(), target.port()));
		// Set last and as is: the client would tidy up a path that it parsed itself.
		request.setPath(target.path());
		headers.fields().forEach((field) -> request.addHeader(field.name(), field.value()));
		if (headers.first(HttpHeaders.ACCEPT_ENCODING) == null) {
			request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
		return request;
	}

	private OriginAnswer exchange(HttpUriRequestBase request, Admission.Admitted admitted,
			Function<Exchange, OriginAnswer> reader) {
		long began = System.nanoTime();
		try {
			ClassicHttpResponse response = this.client.send(request);
			admitted.went(!isInTrouble(response.getCode()));
			answered(response.getCode(), began);
			return read(new Wire(request, response, admitted), reader);
		}
		catch (IOException ex) {
			request.cancel();
			admitted.went(false);
			admitted.close();
			answered(0, began);
			logger.atWarn()
				.addKeyValue("origin", this.origin)
				.addKeyValue("host", request.getAuthority())
				.addKeyValue("cause", ex.toString())
				.log("Origin gave no answer");
			return new OriginAnswer.Failure(
					isTimeout(ex) ? OriginAnswer.Failure.Kind.TIMEOUT : OriginAnswer.Failure.Kind.UNREACHABLE, 0);
		}
		catch (RuntimeException | Error ex) {
			// Its place would be lost for good.
			request.cancel();
			admitted.close();
			throw ex;
		}
	}

	private void answered(int status, long began) {
		Duration took = Duration.ofNanos(System.nanoTime() - began);
		this.observers.forEach((observer) -> observer.answered(this.origin, status, took));
	}

	// Others tell of one object or of one request, and clients choose what they ask for.
	private static boolean isInTrouble(int status) {
		return status >= 502 && status <= 504;
	}

	private OriginAnswer read(Wire wire, Function<Exchange, OriginAnswer> reader) throws IOException {
		try {
			Exchange exchange = exchange(wire);
			if (exchange.isOtherPartThan(wire.range())) {
				faulty(OriginFault.WRONG_RANGE);
			}
			return reader.apply(exchange);
		}
		catch (RuntimeException | Error ex) {
			// Nobody else gets to know of the connection that it holds.
			wire.breakOff();
			throw ex;
		}
	}

	private static boolean isTimeout(IOException ex) {
		return ex instanceof SocketTimeoutException || ex instanceof ConnectTimeoutException
				|| ex instanceof InterruptedIOException;
	}

	private Exchange exchange(Wire wire) throws IOException {
		ClassicHttpResponse response = wire.response();
		Headers headers = new Headers(Arrays.stream(response.getHeaders())
			.map((header) -> FieldLine.read(header.getName(), header.getValue()))
			.filter(Objects::nonNull)
			.toList());
		requireReadableLength(headers);
		HttpEntity entity = response.getEntity();
		if (entity == null) {
			return new Exchange(response.getCode(), headers, declaredLength(headers), true,
					new WireBody(wire, null, (_) -> {
					}, this::faulty));
		}
		return new Exchange(response.getCode(), headers, entity.getContentLength(),
				entity.isChunked() || entity.getContentLength() >= 0,
				new WireBody(wire, entity.getContent(),
						(bytes) -> this.observers.forEach((observer) -> observer.received(this.origin, bytes)),
						this::faulty));
	}

	// The client takes signs and more for a number, which others may read otherwise.
	private static void requireReadableLength(Headers headers) throws IOException {
		for (String length : headers.values(HttpHeaders.CONTENT_LENGTH)) {
			if (!length.matches("\\d{1,18}")) {
				throw new ProtocolException("The origin gives a length that is none");
			}
		}
	}

	private static long declaredLength(Headers headers) {
		String value = headers.first(HttpHeaders.CONTENT_LENGTH);
		return (value != null) ? Long.parseLong(value) : -1;
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
