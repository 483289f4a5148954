package cellar.gateway.origin;

import cellar.gateway.header.Headers;

/**
 * An origin that hears of a client with everything it is asked: the client's own headers
 * go along, and those of the cache in place of the fields of the same names.
 *
 * @param origin the origin itself
 * @param sent what the client sent and is meant for the origin
 */
public record RelayedOrigin(Origin origin, Headers sent) implements Origin {

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		return this.origin
			.fetch(new OriginRequest(request.method(), request.object(), this.sent.updatedBy(request.headers())));
	}

	@Override
	public String identity() {
		return this.origin.identity();
	}

	@Override
	public boolean namedByQuery() {
		return this.origin.namedByQuery();
	}

	@Override
	public boolean forwardsHeaders() {
		return true;
	}

}
