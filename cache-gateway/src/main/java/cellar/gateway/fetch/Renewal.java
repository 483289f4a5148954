package cellar.gateway.fetch;

import java.time.Clock;
import java.time.Instant;

import cellar.gateway.head.Head;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;

/**
 * Renews copies that their origins say are still good.
 */
final class Renewal {

	private final Shelf shelf;

	private final Clock clock;

	Renewal(Shelf shelf, Clock clock) {
		this.shelf = shelf;
		this.clock = clock;
	}

	/**
	 * Takes the answer that a copy is still good.
	 * @param fetch whose answer it is
	 * @param headers the headers to renew
	 * @param requestedAt when it was asked for
	 */
	void take(Fetch fetch, Headers headers, Instant requestedAt) {
		StoredObject base = fetch.base();
		if (base == null) {
			fetch.decide(new FetchResult.Failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 304)));
			return;
		}
		fetch.decide(renew(fetch, base, headers, requestedAt));
		// Renewals may come faster than the disk can force them.
		this.shelf.saveSoon(base);
	}

	private FetchResult renew(Fetch fetch, StoredObject base, Headers headers, Instant requestedAt) {
		String etag = headers.first("ETag");
		if (etag != null && !etag.equals(base.head().etag())) {
			fetch.dropBase(this.shelf);
			return new FetchResult.Superseded();
		}
		Head renewed = base.head().renewed(headers, requestedAt, this.clock.instant());
		if (!fetch.lookup().kept(renewed.headers()).equals(renewed.key())) {
			// It depends on more than was known.
			fetch.dropBase(this.shelf);
			return new FetchResult.Superseded();
		}
		fetch.store(() -> this.shelf.renew(base, renewed));
		return new FetchResult.Renewed(base);
	}

}
