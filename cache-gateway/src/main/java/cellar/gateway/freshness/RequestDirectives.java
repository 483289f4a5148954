package cellar.gateway.freshness;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a client wants of caches (RFC 9111, 5.2.1).
 *
 * @param onlyIfCached whether the origin is not to be asked
 * @param noStore whether nothing of the answer may be kept
 * @param noCache whether the origin has to be asked first
 * @param maxAge how old the answer may be, if that matters
 * @param minFresh for how long the answer has to stay fresh, if that matters
 */
public record RequestDirectives(boolean onlyIfCached, boolean noStore, boolean noCache, @Nullable Duration maxAge,
		@Nullable Duration minFresh) {

	/** No wishes. */
	public static final RequestDirectives NONE = new RequestDirectives(false, false, false, null, null);

	/**
	 * Reads the wishes of a client.
	 * @param lines the values of its {@code Cache-Control} field
	 * @return the wishes
	 */
	public static RequestDirectives of(List<String> lines) {
		if (lines.isEmpty()) {
			return NONE;
		}
		CacheControl control = CacheControl.parse(lines);
		return new RequestDirectives(control.has("only-if-cached"), control.has("no-store"), control.has("no-cache"),
				control.seconds("max-age"), control.seconds("min-fresh"));
	}

	/**
	 * Returns whether a copy that is fresh is good enough.
	 * @param age its age
	 * @param freshness how fresh it is
	 * @return whether it may be used without asking the origin
	 */
	public boolean accept(Duration age, Freshness freshness) {
		return !this.noCache && (this.maxAge == null || age.compareTo(this.maxAge) <= 0)
				&& (this.minFresh == null || age.plus(this.minFresh).compareTo(freshness.lifetime()) <= 0);
	}

}
