package cellar.gateway.freshness;

import java.util.Set;

import cellar.gateway.header.Headers;

/**
 * Whether a shared cache may keep an answer (RFC 9111, 3).
 *
 * @param forAnybody whether it may where the request said nothing of who sent it
 * @param forIdentified whether it may even where the request had an {@code Authorization}
 * field (RFC 9111, 3.5)
 */
public record Storability(boolean forAnybody, boolean forIdentified) {

	/** Those that may be kept although nobody says for how long (RFC 9110, 15.1). */
	private static final Set<Integer> LASTING = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

	/**
	 * Those which mean more for a cache than what it does with every answer, and done.
	 */
	private static final Set<Integer> UNDERSTOOD = Set.of(200, 203, 204, 206, 300, 301, 302, 303, 307, 308, 400, 401,
			403, 404, 405, 410, 414, 500, 501, 502, 503, 504);

	/** What depends on more fields than that is hardly ever the same twice. */
	private static final int MOST_FIELDS = 16;

	/**
	 * Works out what is allowed.
	 * @param status the status of the answer
	 * @param headers its headers
	 * @return what is allowed
	 */
	public static Storability of(int status, Headers headers) {
		CacheControl control = CacheControl.of(headers);
		boolean forbidden = control.has("must-understand") ? !UNDERSTOOD.contains(status) : control.has("no-store");
		boolean said = Lifetime.said(headers, control) != null;
		// A cookie is given to one client, unless the origin has thought of caches.
		boolean meant = said || control.has("public")
				|| (LASTING.contains(status) && headers.first("Set-Cookie") == null);
		boolean allowed = !forbidden && meant && !control.has("private") && isSelectable(headers);
		boolean shared = control.has("public") || control.has("must-revalidate") || control.has("s-maxage");
		return new Storability(allowed, allowed && shared);
	}

	private static boolean isSelectable(Headers headers) {
		String vary = headers.joined("Vary");
		return !vary.contains("*") && vary.split(",").length <= MOST_FIELDS;
	}

	/**
	 * Returns whether the answer to a request may be kept.
	 * @param request the headers that were sent to the origin for a client
	 * @return whether it may
	 */
	public boolean allows(Headers request) {
		return (request.first("Authorization") != null) ? this.forIdentified : this.forAnybody;
	}

}
