package cellar.gateway.lookup;

import cellar.gateway.freshness.RequestDirectives;
import cellar.gateway.header.Headers;
import cellar.gateway.header.RequestFields;

/**
 * What of a client's request matters beyond the object that it names.
 *
 * @param sent its headers, as far as they go on to the origin
 * @param wishes what it wants of caches
 */
public record ClientRequest(Headers sent, RequestDirectives wishes) {

	/** A request that has nothing of the kind. */
	public static final ClientRequest PLAIN = new ClientRequest(Headers.of(), RequestDirectives.NONE);

	/**
	 * Reads a request to an origin that is asked in the gateway's own name.
	 * @param headers all headers of the client
	 * @return what matters of it
	 */
	public static ClientRequest of(Headers headers) {
		RequestDirectives wishes = RequestDirectives.of(headers.values("Cache-Control"));
		return wishes.equals(RequestDirectives.NONE) ? PLAIN : new ClientRequest(Headers.of(), wishes);
	}

	/**
	 * Reads a request to an origin that sees the headers of clients.
	 * @param headers all headers of the client
	 * @return what matters of it
	 */
	public static ClientRequest forwarded(Headers headers) {
		return new ClientRequest(RequestFields.forwarded(headers),
				RequestDirectives.of(headers.values("Cache-Control")));
	}

}
