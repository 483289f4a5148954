package cellar.gateway.lookup;

import java.util.Set;

import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.RelayedOrigin;
import cellar.gateway.variant.Variation;

/**
 * A request to the cache.
 *
 * @param key what is wanted
 * @param origin where it is if it is not here
 * @param policy how long copies may be used
 * @param portion the part that is wanted first; all of it can be read in the end
 * @param client what the client says beside that
 */
public record Lookup(Key key, Origin origin, FreshnessPolicy policy, Portion portion, ClientRequest client) {

	/** As long as names in S3 are, in characters. */
	private static final int LONGEST_NAME = 1024;

	public Lookup(Key key, Origin origin, FreshnessPolicy policy, Portion portion) {
		this(key, origin, policy, portion, ClientRequest.PLAIN);
	}

	/**
	 * Returns whom to ask for this client.
	 * @return the origin, which hears what the client sent where it may
	 */
	public Origin asked() {
		return relayed(this.client.sent());
	}

	/**
	 * Returns where a copy that this client shares with others gets what it lacks.
	 * @return the origin, which does not hear who the client is
	 */
	public Origin shared() {
		return relayed(this.client.sent().without(Set.of("authorization")));
	}

	private Origin relayed(Headers headers) {
		return this.origin.forwardsHeaders() ? new RelayedOrigin(this.origin, headers) : this.origin;
	}

	/**
	 * Returns whether an answer may not be asked for in parts, because those who want the
	 * later ones are others.
	 * @return whether the client says who it is
	 */
	public boolean isIdentified() {
		return this.client.sent().first("Authorization") != null;
	}

	/**
	 * Returns whether the answer may not be kept: because the client says so, where
	 * something of the client may be in the answer, or because clients have names that
	 * long made up, to fill the memory with them.
	 * @return whether it may not
	 */
	public boolean isUnstorable() {
		boolean forbidden = this.origin.forwardsHeaders() && this.client.wishes().noStore();
		return forbidden || this.key.object().length() > LONGEST_NAME;
	}

	/**
	 * Returns what an answer to this request is kept under.
	 * @param answer the headers of the answer
	 * @return the key, which is that of a variant where the answer depends on the request
	 */
	public Key kept(Headers answer) {
		return this.origin.forwardsHeaders() ? Variation.of(this.key, answer).select(this.key, this.client.sent())
				: this.key;
	}

	/**
	 * Returns this request for one variant.
	 * @param variation what the object is known to vary by
	 * @return the request
	 */
	public Lookup of(Variation variation) {
		Key selected = variation.select(this.key, this.client.sent());
		return selected.equals(this.key) ? this
				: new Lookup(selected, this.origin, this.policy, this.portion, this.client);
	}

}
