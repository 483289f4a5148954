package cellar.gateway.cache;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import cellar.gateway.fetch.Fetches;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;
import cellar.gateway.store.Shelf;
import cellar.gateway.variant.Variation;

/**
 * Answers from copies on disk, which it has fetched and renewed as need be.
 */
class DiskCache implements Cache {

	private final Shelf shelf;

	private final Hits hits;

	private final Gets gets;

	private final Heads heads;

	DiskCache(Shelf shelf, Memory memory, Fetches fetches, PassThrough passThrough, Clock clock) {
		this.shelf = shelf;
		this.hits = new Hits(shelf, memory, clock);
		this.gets = new Gets(shelf, memory, fetches, passThrough, clock);
		this.heads = new Heads(shelf, memory, fetches, passThrough, clock);
	}

	@Override
	public @Nullable Reply hit(Lookup lookup) {
		return this.hits.find(selected(lookup));
	}

	@Override
	public Reply get(Lookup lookup) {
		return this.gets.find(selected(lookup));
	}

	@Override
	public Reply head(Lookup lookup) {
		return this.heads.find(selected(lookup));
	}

	/**
	 * Finds out which variant is wanted, as far as is known what an object varies by.
	 * @param lookup what is wanted
	 * @return that variant, if there are some
	 */
	private Lookup selected(Lookup lookup) {
		return lookup.origin().forwardsHeaders() ? lookup.of(Variation.of(this.shelf.variants(lookup.key()))) : lookup;
	}

}
