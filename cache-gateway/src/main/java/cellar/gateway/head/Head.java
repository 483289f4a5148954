package cellar.gateway.head;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Age;
import cellar.gateway.header.Headers;
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
	 * Returns this head after the origin has said that it is still good.
	 * @param newer the headers by now
	 * @param at when that was
	 * @param age how old it was then
	 * @return the head
	 */
	public Head renewed(Headers newer, Instant at, Duration age) {
		return new Head(this.key, newer, at, age);
	}

}
