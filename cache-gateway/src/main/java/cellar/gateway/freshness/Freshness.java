package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cellar.gateway.origin.Headers;

/**
 * What the headers of an answer and the policy of a route allow a shared cache to do with
 * it (RFC 9111, RFC 5861).
 *
 * @param storable whether it may be kept at all
 * @param lifetime how old it may get and still be fresh
 * @param whileRevalidating how much older it may be while it is being renewed
 * @param onError how much older it may be when it cannot be renewed
 */
public record Freshness(boolean storable, Duration lifetime, Duration whileRevalidating, Duration onError) {

	/**
	 * Works out what is allowed.
	 * @param headers the headers of the answer
	 * @param policy what holds where they say nothing
	 * @return what is allowed
	 */
	public static Freshness of(Headers headers, FreshnessPolicy policy) {
		CacheControl control = CacheControl.parse(headers.joined("Cache-Control"));
		boolean storable = !control.has("no-store") && !control.has("private") && !headers.joined("Vary").contains("*");
		if (control.has("no-cache")) {
			return new Freshness(storable, Duration.ZERO, Duration.ZERO, Duration.ZERO);
		}
		Duration lifetime = lifetime(headers, control, policy.defaultTtl());
		if (control.has("must-revalidate") || control.has("proxy-revalidate") || control.has("s-maxage")) {
			return new Freshness(storable, lifetime, Duration.ZERO, Duration.ZERO);
		}
		return new Freshness(storable, lifetime,
				orElse(control.seconds("stale-while-revalidate"), policy.staleWhileRevalidate()),
				orElse(control.seconds("stale-if-error"), policy.staleIfError()));
	}

	private static Duration lifetime(Headers headers, CacheControl control, Duration defaultTtl) {
		Duration shared = control.seconds("s-maxage");
		if (shared != null) {
			return shared;
		}
		Duration any = control.seconds("max-age");
		if (any != null) {
			return any;
		}
		String expires = headers.first("Expires");
		if (expires == null) {
			return defaultTtl;
		}
		Instant end = HttpDate.parse(expires);
		Instant date = HttpDate.parse(headers.first("Date"));
		return (end == null || date == null || end.isBefore(date)) ? Duration.ZERO : Duration.between(date, end);
	}

	/**
	 * Returns how old an answer already was when it came (RFC 9111, 4.2.3).
	 * @param headers its headers
	 * @param requestedAt when it was asked for
	 * @param receivedAt when it came
	 * @return its age then
	 */
	public static Duration initialAge(Headers headers, Instant requestedAt, Instant receivedAt) {
		Instant date = HttpDate.parse(headers.first("Date"));
		Duration apparent = (date != null && date.isBefore(receivedAt)) ? Duration.between(date, receivedAt)
				: Duration.ZERO;
		String age = headers.first("Age");
		Duration told = (age != null && age.matches("\\d{1,9}")) ? Duration.ofSeconds(Long.parseLong(age))
				: Duration.ZERO;
		Duration corrected = told.plus(Duration.between(requestedAt, receivedAt));
		return (apparent.compareTo(corrected) > 0) ? apparent : corrected;
	}

	public boolean isFresh(Duration age) {
		return age.compareTo(this.lifetime) < 0;
	}

	public boolean isUsableWhileRevalidating(Duration age) {
		return age.compareTo(this.lifetime.plus(this.whileRevalidating)) < 0;
	}

	public boolean isUsableOnError(Duration age) {
		return age.compareTo(this.lifetime.plus(this.onError)) < 0;
	}

	/**
	 * Returns how much longer an answer stays fresh.
	 * @param age its age
	 * @return seconds, negative once it is stale
	 */
	public long ttl(Duration age) {
		return this.lifetime.toSeconds() - age.toSeconds();
	}

	private static Duration orElse(@Nullable Duration said, Duration otherwise) {
		return Objects.requireNonNullElse(said, otherwise);
	}

}
