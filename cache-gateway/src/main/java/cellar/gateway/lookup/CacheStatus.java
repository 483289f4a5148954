package cellar.gateway.lookup;

import org.jspecify.annotations.Nullable;

/**
 * How an answer came about, as {@code Cache-Status} (RFC 9211) tells it.
 *
 * @param outcome the short of it
 * @param parameters the parameters of the header
 */
public record CacheStatus(Outcome outcome, String parameters) {

	/**
	 * Returns that a copy was served without asking.
	 * @param ttl for how many more seconds it is fresh
	 * @return the status
	 */
	public static CacheStatus hit(long ttl) {
		return new CacheStatus(Outcome.HIT, "hit; ttl=" + ttl);
	}

	public static CacheStatus revalidating(long ttl) {
		return new CacheStatus(Outcome.STALE, "hit; ttl=" + ttl + "; detail=stale-while-revalidate");
	}

	public static CacheStatus staleOnError(Forward why, int status, long ttl) {
		// A copy that the client wanted compared may be fresh all the same. It was waited
		// for all the same, too.
		return new CacheStatus(Outcome.STALE, why + fwdStatus(status) + "; ttl=" + ttl
				+ ((ttl > 0) ? "; detail=origin-failed" : "; detail=stale-if-error"));
	}

	public static CacheStatus failingStill(long ttl) {
		return new CacheStatus(Outcome.STALE, "hit; ttl=" + ttl + "; detail=stale-if-error");
	}

	public static CacheStatus revalidated(Forward why, long ttl, boolean collapsed) {
		return new CacheStatus(Outcome.REVALIDATED,
				why + "; fwd-status=304; ttl=" + ttl + (collapsed ? "; collapsed" : ""));
	}

	public static CacheStatus forwarded(Forward why, int status, boolean stored, boolean collapsed) {
		return new CacheStatus(collapsed ? Outcome.COLLAPSED : Outcome.MISS,
				why + fwdStatus(status) + (stored ? "; stored" : "") + (collapsed ? "; collapsed" : ""));
	}

	public static CacheStatus failed(Forward why, int status, @Nullable String detail) {
		return new CacheStatus(Outcome.ERROR, why + fwdStatus(status) + ((detail != null) ? "; detail=" + detail : ""));
	}

	/**
	 * Returns that a part of a copy had to be asked for.
	 * @param collapsed whether that was done for somebody else already
	 * @return the status
	 */
	public static CacheStatus partial(boolean collapsed) {
		return forwarded(Forward.PARTIAL, 0, true, collapsed);
	}

	/**
	 * Returns that there is no copy to use and that the client wants nothing else.
	 * @return the status
	 */
	public static CacheStatus notCached() {
		return new CacheStatus(Outcome.NOT_CACHED, "detail=only-if-cached");
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

		/** From store, although it should have been compared with the origin's. */
		STALE,

		/** From nowhere: the origin failed. */
		ERROR,

		/** From nowhere: the client wanted only a copy, and there is none. */
		NOT_CACHED

	}

}
