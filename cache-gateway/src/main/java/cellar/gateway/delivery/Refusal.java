package cellar.gateway.delivery;

import java.time.Instant;
import java.util.Locale;

import io.vertx.core.MultiMap;

import cellar.gateway.freshness.HttpDate;

/**
 * Why a request gets no object, as a problem detail (RFC 9457). The texts are fixed:
 * nothing of a request or of an origin's error is repeated to strangers.
 */
enum Refusal {

	MALFORMED(400, "malformed-request", "Malformed request", "The request line, a header or the host is malformed"),

	BAD_PATH(400, "bad-path", "Bad path",
			"Send a path without dot segments, empty segments, backslashes, control characters or double encoding"),

	NOT_FOUND(404, "not-found", "Not found", "There is nothing at this path"),

	METHOD(405, "method-not-allowed", "Method not allowed", "Use GET, HEAD or OPTIONS"),

	GONE(410, "gone", "Gone", "What was at this path is no longer available"),

	PRECONDITION(412, "precondition-failed", "Precondition failed", "The object is not the one the request asks for"),

	URI_TOO_LONG(414, "uri-too-long", "URI too long", "Send a shorter URI"),

	RANGE(416, "range-not-satisfiable", "Range not satisfiable", "Ask for a range within the object"),

	HEADERS_TOO_LARGE(431, "headers-too-large", "Headers too large", "Send fewer or shorter headers"),

	UNEXPECTED(500, "unexpected", "Unexpected failure", "The gateway failed in a way that it did not foresee"),

	ORIGIN(502, "origin-failed", "Origin failed", "The origin gave no usable answer; try again later"),

	NOT_CACHED(504, "not-cached", "Not cached",
			"There is no copy that may be used, and the request wants nothing else"),

	ORIGIN_TIMEOUT(504, "origin-timeout", "Origin timed out", "The origin took too long to answer; try again later");

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
