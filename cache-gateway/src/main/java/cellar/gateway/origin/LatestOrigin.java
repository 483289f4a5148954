package cellar.gateway.origin;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;

/**
 * Where a copy gets what it lacks: the origin as the last client who wanted the copy is
 * heard by it. Whoever came before may have lost the right to ask, and is not to be named
 * for what others want.
 */
public final class LatestOrigin implements Origin {

	private volatile Origin latest;

	public LatestOrigin(Origin first) {
		this.latest = first;
	}

	/**
	 * Called when another client wants the copy.
	 * @param origin the origin that hears of this client
	 */
	public void use(Origin origin) {
		this.latest = origin;
	}

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		return this.latest.fetch(request);
	}

	@Override
	public @Nullable Proof proof(String object, String etag) throws IOException {
		return this.latest.proof(object, etag);
	}

	@Override
	public String identity() {
		return this.latest.identity();
	}

	@Override
	public boolean namedByQuery() {
		return this.latest.namedByQuery();
	}

	@Override
	public boolean forwardsHeaders() {
		return this.latest.forwardsHeaders();
	}

}
