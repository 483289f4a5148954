package cellar.gateway.head;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

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

	/** How far clocks are set back while they run. */
	private static final Duration SLIP = Duration.ofMinutes(1);

	/** The most that an age can say (RFC 9111, 1.2.2). */
	private static final Duration UNKNOWN = Duration.ofSeconds(1L << 31);

	/**
	 * Returns how old the version is (RFC 9111, 4.2.3).
	 * @param now the time
	 * @return its age; a clock that was set back makes nothing younger than it came, and
	 * what comes from clearly after now older than anything may be
	 */
	public Duration age(Instant now) {
		Duration resident = Duration.between(this.receivedAt, now);
		if (resident.compareTo(SLIP.negated()) < 0) {
			return UNKNOWN;
		}
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
