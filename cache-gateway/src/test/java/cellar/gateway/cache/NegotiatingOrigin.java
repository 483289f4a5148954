package cellar.gateway.cache;

import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginRequest;

/**
 * Answers by what clients send as {@code Accept}: with the object of that name behind an
 * {@code @}.
 *
 * @param origin has all these objects
 */
record NegotiatingOrigin(InMemoryOrigin origin) implements Origin {

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		return this.origin.fetch(new OriginRequest(request.method(),
				request.object() + "@" + request.headers().first("Accept"), request.headers()));
	}

	@Override
	public String identity() {
		return "negotiating";
	}

	@Override
	public boolean namedByQuery() {
		return true;
	}

	@Override
	public boolean forwardsHeaders() {
		return true;
	}

}
