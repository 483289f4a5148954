package cellar.gateway.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

import cellar.gateway.cache.Body;
import cellar.gateway.cache.CacheStatus;
import cellar.gateway.cache.Reply;
import cellar.gateway.cache.Representation;
import cellar.gateway.freshness.HttpDate;
import cellar.gateway.origin.Headers;

/**
 * The answer to one request, as it is being written.
 */
class ResponseWriter {

	private static final String ALLOW = "GET, HEAD, OPTIONS";

	private final HttpServerRequest request;

	private final HttpServerResponse response;

	private final ClientConnection connection;

	private final Clock clock;

	private Map<String, String> added = Map.of();

	private @Nullable CacheStatus status;

	private long sent;

	private boolean complete;

	ResponseWriter(HttpServerRequest request, ClientConnection connection, Clock clock) {
		this.request = request;
		this.response = request.response();
		this.connection = connection;
		this.clock = clock;
	}

	void addHeaders(Map<String, String> headers) {
		this.added = headers;
	}

	void answer(Reply reply) throws IOException {
		this.status = reply.status();
		switch (reply) {
			case Reply.Found found -> found(found);
			case Reply.Absent absent -> refuse((absent.code() == 410) ? Refusal.GONE : Refusal.NOT_FOUND);
			case Reply.NotCached _ -> refuse(Refusal.NOT_CACHED);
			case Reply.Failed failed -> refuse(failed.timeout() ? Refusal.ORIGIN_TIMEOUT : Refusal.ORIGIN);
			case Reply.Foreign foreign -> {
				try (Body body = foreign.body()) {
					describe(foreign.code(), foreign.headers(), foreign.status());
					age(foreign.age());
					if (foreign.code() == 204) {
						end();
						return;
					}
					send(body, 0, foreign.length());
				}
			}
		}
	}

	private void found(Reply.Found found) throws IOException {
		Representation representation = found.representation();
		try (Body body = found.body()) {
			Preconditions conditions = new Preconditions(header("If-Match"), header("If-Unmodified-Since"),
					header("If-None-Match"), header("If-Modified-Since"));
			switch (conditions.check(representation)) {
				case FAILED -> refuse(Refusal.PRECONDITION);
				case NOT_MODIFIED -> {
					describe(304, representation.headers(), found.status());
					age(found.age());
					end();
				}
				case GO_ON -> content(found, body);
			}
		}
	}

	private void content(Reply.Found found, Body body) throws IOException {
		Representation representation = found.representation();
		ByteRange range = isHead() ? new ByteRange.Whole()
				: ByteRange.of(header("Range"), header("If-Range"), representation);
		switch (range) {
			case ByteRange.Whole _ -> {
				describe(200, representation.headers(), found.status());
				age(found.age());
				acceptRanges(representation);
				send(body, 0, representation.length());
			}
			case ByteRange.Part part -> {
				describe(206, representation.headers(), found.status());
				age(found.age());
				acceptRanges(representation);
				this.response.putHeader(HttpHeaders.CONTENT_RANGE,
						"bytes " + part.first() + "-" + part.last() + "/" + representation.length());
				send(body, part.first(), part.length());
			}
			case ByteRange.Unsatisfiable _ -> {
				refuse(Refusal.RANGE, "bytes */" + representation.length());
			}
		}
	}

	private void send(Body body, long first, long length) throws IOException {
		if (length >= 0) {
			this.response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
		}
		if (isHead()) {
			end();
			return;
		}
		boolean chunked = this.request.version() != HttpVersion.HTTP_1_0;
		this.response.setChunked(length < 0 && chunked);
		if (length < 0 && !chunked) {
			this.connection.closeAfterwards();
		}
		this.sent = new BodySender(this.response, this.connection).send(body, first, length);
		done();
	}

	private void describe(int code, Headers headers, CacheStatus cacheStatus) {
		this.response.setStatusCode(code);
		headers.fields().forEach((field) -> this.response.headers().add(field.name(), field.value()));
		this.response.headers().remove("Age");
		this.added.forEach(this.response::putHeader);
		this.response.putHeader("Cache-Status", cacheStatus.header());
	}

	private void age(@Nullable Duration age) {
		if (age != null) {
			this.response.putHeader("Age", Long.toString(age.toSeconds()));
		}
	}

	private void acceptRanges(Representation representation) {
		if (representation.length() >= 0) {
			this.response.putHeader("Accept-Ranges", "bytes");
		}
	}

	void options() throws IOException {
		this.response.setStatusCode(204).putHeader("Allow", ALLOW).putHeader("Cache-Status", "Cellar; detail=options");
		end();
	}

	void refuse(Refusal refusal) throws IOException {
		refuse(refusal, null);
	}

	private void refuse(Refusal refusal, @Nullable String contentRange) throws IOException {
		// Nothing that describes an object may be left of an attempt that failed.
		this.response.headers().clear();
		if (contentRange != null) {
			this.response.putHeader(HttpHeaders.CONTENT_RANGE, contentRange);
		}
		this.response.setStatusCode(refusal.status())
			.putHeader("Date", HttpDate.format(this.clock.instant()))
			.putHeader("Content-Type", "application/problem+json")
			.putHeader("Cache-Control", "no-store")
			.putHeader("Content-Length", Integer.toString(refusal.json().length()))
			.putHeader("Cache-Status",
					(this.status != null) ? this.status.header() : "Cellar; detail=refused-" + refusal.status());
		this.added.forEach(this.response::putHeader);
		if (refusal == Refusal.METHOD) {
			// Such requests have bodies that nobody is going to read.
			this.response.putHeader("Allow", ALLOW);
			this.connection.closeAfterwards();
		}
		if (isHead()) {
			end();
			return;
		}
		this.connection.send(() -> this.response.end(refusal.json()));
		this.sent = refusal.json().length();
		done();
	}

	void abort() {
		this.complete = false;
		this.connection.abort();
	}

	private void end() throws IOException {
		this.connection.send(this.response::end);
		done();
	}

	private void done() {
		this.complete = true;
		this.connection.done();
	}

	boolean isClientGone() {
		return this.connection.isGone();
	}

	boolean isUnanswered() {
		return !this.response.headWritten();
	}

	private boolean isHead() {
		return this.request.method().name().equals("HEAD");
	}

	private @Nullable String header(String name) {
		return this.request.headers().contains(name) ? String.join(", ", this.request.headers().getAll(name)) : null;
	}

	DeliveryObserver.Delivery summary(@Nullable String route, Duration duration) {
		return new DeliveryObserver.Delivery(route, (this.status != null) ? this.status.outcome() : null,
				this.response.getStatusCode(), this.sent, this.complete, duration);
	}

}
