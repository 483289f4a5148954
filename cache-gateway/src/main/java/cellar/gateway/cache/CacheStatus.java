package cellar.gateway.cache;

import org.jspecify.annotations.Nullable;

/**
 * How an answer came about, as {@code Cache-Status} (RFC 9211) tells it.
 *
 * @param outcome the short of it
 * @param parameters the parameters of the header
 */
public record CacheStatus(Outcome outcome, String parameters) {

	/**
	 * Says that a copy was served without asking.
	 * @param ttl for how many more seconds it is fresh
	 * @return the status
	 */
	static CacheStatus hit(long ttl) {
		return new CacheStatus(Outcome.HIT, "hit; ttl=" + ttl);
	}

	static CacheStatus revalidating(long ttl) {
		return new CacheStatus(Outcome.STALE, "hit; ttl=" + ttl + "; detail=stale-while-revalidate");
	}

	static CacheStatus staleOnError(int status, long ttl) {
		return new CacheStatus(Outcome.STALE,
				"fwd=stale" + fwdStatus(status) + "; ttl=" + ttl + "; detail=stale-if-error");
	}

	static CacheStatus failingStill(long ttl) {
		return new CacheStatus(Outcome.STALE, "hit; ttl=" + ttl + "; detail=stale-if-error");
	}

	static CacheStatus revalidated(long ttl, boolean collapsed) {
		return new CacheStatus(Outcome.REVALIDATED,
				"fwd=stale; fwd-status=304; ttl=" + ttl + (collapsed ? "; collapsed" : ""));
	}

	static CacheStatus forwarded(boolean hadStale, int status, boolean stored, boolean collapsed) {
		return new CacheStatus(collapsed ? Outcome.COLLAPSED : Outcome.MISS, (hadStale ? "fwd=stale" : "fwd=uri-miss")
				+ fwdStatus(status) + (stored ? "; stored" : "") + (collapsed ? "; collapsed" : ""));
	}

	static CacheStatus failed(boolean hadStale, int status, @Nullable String detail) {
		return new CacheStatus(Outcome.ERROR, (hadStale ? "fwd=stale" : "fwd=uri-miss") + fwdStatus(status)
				+ ((detail != null) ? "; detail=" + detail : ""));
	}

	/**
	 * Says that a part of a copy had to be asked for.
	 * @param collapsed whether that was done for somebody else already
	 * @return the status
	 */
	static CacheStatus partial(boolean collapsed) {
		return new CacheStatus(collapsed ? Outcome.COLLAPSED : Outcome.MISS,
				"fwd=partial; stored" + (collapsed ? "; collapsed" : ""));
	}

	private static String fwdStatus(int status) {
		return (status > 0) ? "; fwd-status=" + status : "";
	}

	/**
	 * Returns the value of the header.
	 * @return the field value
	 */
	public String header() {
		return "Cellar; " + this.parameters;
	}

	/**
	 * How an answer came about, in one word.
	 */
	public enum Outcome {

		/** From store, fresh. */
		HIT,

		/** From the origin, for this request. */
		MISS,

		/** From the origin, for an earlier request that was still running. */
		COLLAPSED,

		/** From store, after the origin said that it is still good. */
		REVALIDATED,

		/** From store, although no longer fresh. */
		STALE,

		/** From nowhere: the origin failed. */
		ERROR

	}

}
