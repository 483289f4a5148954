package cellar.gateway.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

import cellar.gateway.condition.IfRange;
import cellar.gateway.condition.Preconditions;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Reply;
import cellar.gateway.lookup.Representation;
import cellar.gateway.range.ByteRange;
import cellar.gateway.range.RangeRequest;

/**
 * The head of the answer to one request. Nothing is sent by it: it tells what is.
 */
public class Answer {

	private static final String ALLOW = "GET, HEAD, OPTIONS";

	/** Of all bytes of an object, so that none of them holds for a part (RFC 9530, 2). */
	private static final List<String> OF_WHOLE_CONTENT = List.of("Content-Digest", "Content-MD5", "Digest");

	private final HttpServerRequest request;

	private final HttpServerResponse response;

	private final Clock clock;

	private Map<String, String> added = Map.of();

	private @Nullable CacheStatus status;

	public Answer(HttpServerRequest request, Clock clock) {
		this.request = request;
		this.response = request.response();
		this.clock = clock;
	}

	/**
	 * Adds what every answer of a route has.
	 * @param headers header fields
	 */
	public void add(Map<String, String> headers) {
		this.added = headers;
	}

	public Map<String, String> added() {
		return this.added;
	}

	/**
	 * Returns whether all of an object is wanted, whatever it is.
	 * @return whether the request has neither ranges nor conditions
	 */
	public boolean isWhole() {
		MultiMap fields = this.request.headers();
		return !isHead() && !fields.contains(HttpHeaderNames.RANGE) && !fields.contains(HttpHeaderNames.IF_NONE_MATCH)
				&& !fields.contains(HttpHeaderNames.IF_MODIFIED_SINCE) && !fields.contains(HttpHeaderNames.IF_MATCH)
				&& !fields.contains(HttpHeaderNames.IF_UNMODIFIED_SINCE);
	}

	public @Nullable CacheStatus status() {
		return this.status;
	}

	/**
	 * Writes the head for what the cache says.
	 * @param reply what it says
	 * @return what is to be sent of its body
	 */
	public Content of(Reply reply) {
		this.status = reply.status();
		return switch (reply) {
			case Reply.Found found -> found(found);
			case Reply.Absent absent -> refusal((absent.code() == 410) ? Refusal.GONE : Refusal.NOT_FOUND);
			case Reply.NotCached _ -> refusal(Refusal.NOT_CACHED);
			case Reply.Failed failed -> refusal(failed.timeout() ? Refusal.ORIGIN_TIMEOUT : Refusal.ORIGIN);
			case Reply.Foreign foreign -> {
				describe(foreign.code(), foreign.headers(), foreign.status());
				age(foreign.age());
				yield (foreign.code() == 204) ? new Content.None() : part(0, foreign.length());
			}
		};
	}

	/**
	 * Takes a head that was written for an answer just like this one.
	 * @param found what the cache says
	 * @param head the head
	 */
	public void of(Reply.Found found, MultiMap head) {
		this.status = found.status();
		this.response.headers().setAll(head);
	}

	private Content found(Reply.Found found) {
		Preconditions conditions = new Preconditions(header("If-Match"), header("If-Unmodified-Since"),
				header("If-None-Match"), header("If-Modified-Since"));
		return switch (conditions.check(found.representation())) {
			case FAILED -> refusal(Refusal.PRECONDITION);
			case NOT_MODIFIED -> {
				describe(304, found);
				yield new Content.None();
			}
			case GO_ON -> content(found);
		};
	}

	private Content content(Reply.Found found) {
		Representation representation = found.representation();
		String field = isHead() ? null : header("Range");
		RangeRequest wish = (field != null) ? RangeRequest.parse(field) : null;
		if (wish == null || representation.length() < 0 || !IfRange.holds(header("If-Range"), representation)) {
			describe(200, found);
			return part(0, representation.length());
		}
		List<ByteRange> ranges = wish.of(representation.length());
		return switch (ranges.size()) {
			case 0 -> {
				Content refused = refusal(Refusal.RANGE);
				this.response.headers().set("Content-Range", "bytes */" + representation.length());
				yield refused;
			}
			case 1 -> {
				describePart(found);
				this.response.headers().set("Content-Range", ranges.getFirst().contentRange(representation.length()));
				yield part(ranges.getFirst().first(), ranges.getFirst().length());
			}
			default -> {
				describePart(found);
				Multipart multipart = Multipart.of(ranges, representation);
				this.response.headers().set("Content-Type", multipart.type());
				length(multipart.content().length());
				yield multipart.content();
			}
		};
	}

	private Content part(long first, long length) {
		if (length >= 0) {
			length(length);
		}
		return (isHead() || length == 0) ? new Content.None() : new Content.Part(first, length);
	}

	private void length(long length) {
		this.response.headers().set("Content-Length", Long.toString(length));
	}

	private void describe(int code, Reply.Found found) {
		describe(code, found.representation().headers(), found.status());
		age(found.age());
		if (code != 304 && found.representation().length() >= 0) {
			this.response.headers().set("Accept-Ranges", "bytes");
		}
	}

	private void describePart(Reply.Found found) {
		describe(206, found);
		OF_WHOLE_CONTENT.forEach(this.response.headers()::remove);
	}

	private void age(@Nullable Duration age) {
		if (age != null) {
			this.response.headers().set("Age", Long.toString(age.toSeconds()));
		}
	}

	private void describe(int code, Headers headers, CacheStatus cacheStatus) {
		this.response.setStatusCode(code);
		MultiMap fields = this.response.headers().clear();
		for (Headers.Field field : headers.fields()) {
			fields.add(field.name(), field.value());
		}
		fields.remove("Age");
		this.added.forEach(fields::set);
		fields.set("Cache-Status", chain(headers, cacheStatus));
	}

	// What caches before this one said comes first (RFC 9211, 2).
	private static String chain(Headers headers, CacheStatus last) {
		String earlier = headers.joined("Cache-Status");
		return earlier.isBlank() ? last.header() : earlier + ", " + last.header();
	}

	public Content options() {
		this.response.setStatusCode(204)
			.putHeader("Date", HttpDate.format(this.clock.instant()))
			.putHeader("Allow", ALLOW)
			.putHeader("Cache-Status", "Cellar; detail=options");
		return new Content.None();
	}

	/**
	 * Writes the head of a refusal.
	 * @param refusal the refusal
	 * @return its text
	 */
	public Content refusal(Refusal refusal) {
		// Nothing that describes an object may be left of an attempt that failed.
		MultiMap fields = this.response.headers().clear();
		refusal.describe(fields, this.clock.instant());
		if (this.status != null) {
			fields.set("Cache-Status", this.status.header());
		}
		this.added.forEach(fields::set);
		if (refusal == Refusal.METHOD) {
			fields.set("Allow", ALLOW);
		}
		this.response.setStatusCode(refusal.status());
		return isHead() ? new Content.None() : new Content.Text(refusal.json());
	}

	private boolean isHead() {
		return this.request.method().name().equals("HEAD");
	}

	private @Nullable String header(String name) {
		MultiMap fields = this.request.headers();
		String first = fields.get(name);
		if (first == null) {
			return null;
		}
		List<String> all = fields.getAll(name);
		return (all.size() == 1) ? first : String.join(", ", all);
	}

}
