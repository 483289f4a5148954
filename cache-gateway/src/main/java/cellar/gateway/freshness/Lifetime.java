package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;

/**
 * How old an answer may get and still be fresh (RFC 9111, 4.2.1).
 */
final class Lifetime {

	private static final int SHARE_OF_QUIET_TIME = 10;

	private static final Duration LONGEST_GUESS = Duration.ofHours(1);

	private Lifetime() {
	}

	static Duration of(Headers headers, CacheControl control, FreshnessPolicy policy) {
		Duration said = said(headers, control);
		if (said != null) {
			return said;
		}
		return (policy.defaultTtl() != null) ? policy.defaultTtl() : guessed(headers);
	}

	/**
	 * Returns what the origin says.
	 * @param headers the headers of the answer
	 * @param control its directives
	 * @return the lifetime, or {@code null} if it says nothing
	 */
	static @Nullable Duration said(Headers headers, CacheControl control) {
		Duration shared = control.seconds("s-maxage");
		if (shared != null) {
			return shared;
		}
		Duration any = control.seconds("max-age");
		if (any != null) {
			return any;
		}
		List<String> expires = control.isTargeted() ? List.of() : headers.values("Expires");
		return expires.isEmpty() ? null
				: between(HttpDate.single(headers, "Date"), HttpDate.single(headers, "Expires"));
	}

	// Of what does not say when it changed last nothing is known (RFC 9111, 4.2.2).
	private static Duration guessed(Headers headers) {
		Duration quiet = between(HttpDate.single(headers, "Last-Modified"), HttpDate.single(headers, "Date"));
		Duration share = quiet.dividedBy(SHARE_OF_QUIET_TIME);
		return (share.compareTo(LONGEST_GUESS) > 0) ? LONGEST_GUESS : share;
	}

	private static Duration between(@Nullable Instant from, @Nullable Instant to) {
		return (from == null || to == null || to.isBefore(from)) ? Duration.ZERO : Duration.between(from, to);
	}

}
