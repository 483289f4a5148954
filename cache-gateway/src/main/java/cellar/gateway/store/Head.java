package cellar.gateway.store;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.index.Key;
import cellar.gateway.origin.Headers;

/**
 * What is known of one version of an object beside its bytes.
 *
 * @param key what it is a copy of
 * @param headers its headers, as of the last renewal
 * @param receivedAt when it was fetched or last renewed
 * @param initialAge how old it was then
 */
public record Head(Key key, Headers headers, Instant receivedAt, Duration initialAge) {

	/**
	 * Returns how old the version is (RFC 9111, 4.2.3).
	 * @param now the time
	 * @return its age; a clock that was set back makes nothing younger than it came
	 */
	public Duration age(Instant now) {
		Duration resident = Duration.between(this.receivedAt, now);
		return resident.isNegative() ? this.initialAge : this.initialAge.plus(resident);
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
