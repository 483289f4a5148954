package cellar.gateway.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;

/**
 * For how long the headers of an answer and the policy of a route allow a shared cache to
 * use it (RFC 9111, RFC 5861).
 *
 * @param lifetime how old it may get and still be fresh
 * @param whileRevalidating how much older it may be while it is being renewed
 * @param onError how much older it may be when it cannot be renewed
 */
public record Freshness(Duration lifetime, Duration whileRevalidating, Duration onError) {

	private static final int SHARE_OF_LIFETIME = 10;

	/**
	 * Works out what is allowed.
	 * @param headers the headers of the answer
	 * @param policy what holds where they say nothing
	 * @return what is allowed
	 */
	public static Freshness of(Headers headers, FreshnessPolicy policy) {
		CacheControl control = CacheControl.of(headers);
		if (control.has("no-cache")) {
			return new Freshness(Duration.ZERO, Duration.ZERO, Duration.ZERO);
		}
		Duration lifetime = Lifetime.of(headers, control, policy);
		if (control.has("must-revalidate") || control.has("proxy-revalidate") || control.has("s-maxage")) {
			return new Freshness(lifetime, Duration.ZERO, Duration.ZERO);
		}
		return new Freshness(lifetime, orElse(control.seconds("stale-while-revalidate"), policy.staleWhileRevalidate()),
				orElse(control.seconds("stale-if-error"), policy.staleIfError()));
	}

	/**
	 * Returns for how long it is remembered that there is no such object.
	 * @param headers the headers of the answer that said so
	 * @param policy what holds where they say nothing
	 * @return how long from now
	 */
	public static Duration ofAbsence(Headers headers, FreshnessPolicy policy) {
		CacheControl control = CacheControl.of(headers);
		Duration told = orElse(toldAge(headers), Duration.ZERO);
		Duration lifetime = control.has("no-cache") ? Duration.ZERO
				: orElse(Lifetime.said(headers, control), policy.negativeTtl().plus(told));
		return lifetime.minus(told);
	}

	/**
	 * Returns how old an answer already was when it came (RFC 9111, 4.2.3).
	 * @param headers its headers
	 * @param requestedAt when it was asked for
	 * @param receivedAt when it came
	 * @return its age then
	 */
	public static Duration initialAge(Headers headers, Instant requestedAt, Instant receivedAt) {
		Instant date = HttpDate.single(headers, "Date");
		Duration apparent = (date != null && date.isBefore(receivedAt)) ? Duration.between(date, receivedAt)
				: Duration.ZERO;
		Duration corrected = orElse(toldAge(headers), Duration.ZERO).plus(Duration.between(requestedAt, receivedAt));
		return (apparent.compareTo(corrected) > 0) ? apparent : corrected;
	}

	/**
	 * Returns how old an answer is by what a cache before this one says. Of a list the
	 * first member counts, and what is no number is ignored (RFC 9111, 5.1).
	 * @param headers the headers of the answer
	 * @return its age, or {@code null} if nobody says so
	 */
	public static @Nullable Duration toldAge(Headers headers) {
		String age = headers.first("Age");
		return (age != null) ? CacheControl.deltaSeconds(age.split(",", 2)[0].strip()) : null;
	}

	public boolean isFresh(Duration age) {
		return age.compareTo(this.lifetime) < 0;
	}

	public boolean isUsableWhileRevalidating(Duration age) {
		return age.compareTo(this.lifetime.plus(this.whileRevalidating)) < 0;
	}

	/**
	 * Returns whether a copy that is used while it is being renewed is to be renewed by
	 * now. Copies that became stale at the same moment wait for some of the time that
	 * there is, each for another one, so that the origin is not asked for all at once.
	 * @param age its age
	 * @param seed a number that other copies do not have
	 * @return whether to ask the origin
	 */
	public boolean isRenewalDue(Duration age, int seed) {
		Duration most = this.lifetime.dividedBy(SHARE_OF_LIFETIME);
		Duration room = this.whileRevalidating.dividedBy(2);
		Duration spread = (most.compareTo(room) < 0) ? most : room;
		int part = Math.floorMod(seed * 0x9E3779B9 >>> 16, 1024);
		return age.compareTo(this.lifetime.plus(spread.multipliedBy(part).dividedBy(1024))) >= 0;
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
