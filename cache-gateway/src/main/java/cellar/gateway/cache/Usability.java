package cellar.gateway.cache;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.fetch.Fetches;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.head.Head;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Forward;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.store.StoredObject;

/**
 * Judges what a copy is good for.
 */
class Usability {

	private final Fetches fetches;

	Usability(Fetches fetches) {
		this.fetches = fetches;
	}

	/**
	 * Decides whether a copy may be served as it is, and has it renewed where that is
	 * due.
	 * @param lookup what is wanted
	 * @param copy the copy
	 * @param now the time
	 * @return how to serve it, or {@code null} if the origin has to be asked first
	 */
	@Nullable CacheStatus judge(Lookup lookup, StoredObject copy, Instant now) {
		Head head = copy.head();
		Duration age = head.age(now);
		Freshness freshness = copy.freshness(lookup.policy());
		if (lookup.policy().heedsClients() && !lookup.client().wishes().accept(age, freshness)) {
			return null;
		}
		if (freshness.isFresh(age)) {
			return CacheStatus.hit(freshness.ttl(age));
		}
		if (now.isBefore(copy.askAgainAt()) && freshness.isUsableOnError(age)) {
			return CacheStatus.failingStill(freshness.ttl(age));
		}
		if (freshness.isUsableWhileRevalidating(age)) {
			int seed = lookup.key().hashCode() ^ head.receivedAt().hashCode();
			if (freshness.isRenewalDue(age, seed) && !now.isBefore(copy.askAgainAt())) {
				this.fetches.inBackground(lookup, copy);
			}
			return CacheStatus.revalidating(freshness.ttl(age));
		}
		return null;
	}

	/**
	 * Returns why the origin has to be asked.
	 * @param lookup what is wanted
	 * @param copy the copy that is not used as it is, if there is one
	 * @param now the time
	 * @return why
	 */
	static Forward why(Lookup lookup, @Nullable StoredObject copy, Instant now) {
		if (copy != null) {
			boolean fresh = copy.freshness(lookup.policy()).isFresh(copy.head().age(now));
			return fresh ? Forward.REQUEST : Forward.STALE;
		}
		return (lookup.key().variant() != null) ? Forward.VARY_MISS : Forward.URI_MISS;
	}

}
