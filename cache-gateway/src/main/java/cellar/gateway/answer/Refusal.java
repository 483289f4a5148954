package cellar.gateway.answer;

import java.time.Instant;
import java.util.Locale;

import io.vertx.core.MultiMap;

import cellar.gateway.header.HttpDate;

/**
 * Why a request gets no object, as a problem detail (RFC 9457). The texts are fixed:
 * nothing of a request or of an origin's error is repeated to strangers.
 */
public enum Refusal {

	/** Not HTTP, or not as RFC 9112 wants it. */
	MALFORMED(400, "malformed-request", "Malformed request", "The request line, a header or the host is malformed"),

	/** A path that could mean another one elsewhere. */
	BAD_PATH(400, "bad-path", "Bad path",
			"Send a path without dot segments, empty segments, backslashes, control characters or double encoding"),

	/** No route, or no object. */
	NOT_FOUND(404, "not-found", "Not found", "There is nothing at this path"),

	/** Something else than reading. */
	METHOD(405, "method-not-allowed", "Method not allowed", "Use GET, HEAD or OPTIONS"),

	/** An object that its origin has given up (RFC 9110, 15.5.11). */
	GONE(410, "gone", "Gone", "What was at this path is no longer available"),

	/** Another version than the request is about (RFC 9110, 13). */
	PRECONDITION(412, "precondition-failed", "Precondition failed", "The object is not the one the request asks for"),

	/** A request line that is too long. */
	URI_TOO_LONG(414, "uri-too-long", "URI too long", "Send a shorter URI"),

	/** Only ranges beyond the end (RFC 9110, 14.1.2). */
	RANGE(416, "range-not-satisfiable", "Range not satisfiable", "Ask for a range within the object"),

	/** Too many or too long header fields (RFC 6585, 5). */
	HEADERS_TOO_LARGE(431, "headers-too-large", "Headers too large", "Send fewer or shorter headers"),

	/** A fault of ours. */
	UNEXPECTED(500, "unexpected", "Unexpected failure", "The gateway failed in a way that it did not foresee"),

	/** An origin that answers with a failure, or with nonsense. */
	ORIGIN(502, "origin-failed", "Origin failed", "The origin gave no usable answer; try again later"),

	/** No copy for {@code only-if-cached} (RFC 9111, 5.2.1.7). */
	NOT_CACHED(504, "not-cached", "Not cached",
			"There is no copy that may be used, and the request wants nothing else"),

	/** An origin that does not answer in time. */
	ORIGIN_TIMEOUT(504, "origin-timeout", "Origin timed out", "The origin took too long to answer; try again later"),

	/** Another version than HTTP/1 or, with TLS, HTTP/2 (RFC 9110, 15.6.6). */
	VERSION(505, "version-not-supported", "HTTP version not supported", "Use HTTP/1.1");

	private final int status;

	private final String json;

	Refusal(int status, String type, String title, String detail) {
		this.status = status;
		// Not every language writes its numbers as JSON does.
		this.json = String.format(Locale.ROOT,
				"{\"type\":\"urn:cellar:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}", type, title,
				status, detail);
	}

	int status() {
		return this.status;
	}

	String json() {
		return this.json;
	}

	/**
	 * Puts down what every refusal tells.
	 * @param fields the header fields of the answer
	 * @param now when it is given
	 */
	void describe(MultiMap fields, Instant now) {
		fields.set("Date", HttpDate.format(now))
			.set("Content-Type", "application/problem+json")
			.set("Content-Length", Integer.toString(this.json.length()))
			.set("Cache-Control", "no-store")
			.set("Cache-Status", "Cellar; detail=refused-" + this.status);
	}

}
