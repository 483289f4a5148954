package cellar.gateway.head;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Age;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;
import cellar.gateway.index.Key;

/**
 * What is known of one version of an object beside its bytes.
 *
 * @param key what it is a copy of
 * @param headers its headers, as of the last renewal
 * @param receivedAt when it was fetched or last renewed
 * @param initialAge how old it was then
 */
public record Head(Key key, Headers headers, Instant receivedAt, Duration initialAge) {

	public Duration age(Instant now) {
		return Age.of(this.receivedAt, this.initialAge, now);
	}

	/**
	 * Returns the tag of the version.
	 * @return the {@code ETag} field, if there is one
	 */
	public @Nullable String etag() {
		return this.headers.first("ETag");
	}

	/**
	 * Returns what asks the origin whether this version is still good.
	 * @return the headers of a conditional request
	 */
	public Headers conditions() {
		List<Headers.Field> conditions = new ArrayList<>();
		if (etag() instanceof String etag) {
			conditions.add(new Headers.Field("If-None-Match", etag));
		}
		if (this.headers.first("Last-Modified") instanceof String lastModified) {
			conditions.add(new Headers.Field("If-Modified-Since", lastModified));
		}
		return new Headers(conditions);
	}

	/**
	 * Returns this head after the origin has said that it is still good.
	 * @param answer the headers that it said so with
	 * @param requestedAt when it was asked
	 * @param receivedAt when it answered
	 * @return the head
	 */
	public Head renewed(Headers answer, Instant requestedAt, Instant receivedAt) {
		Headers newer = this.headers.updatedBy(HttpDate.dated(answer, receivedAt));
		return new Head(this.key, newer, receivedAt, Freshness.initialAge(answer, requestedAt, receivedAt));
	}

}
