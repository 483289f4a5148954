package cellar.gateway.administration;

import cellar.gateway.cache.Contents;
import cellar.gateway.lookup.CacheStatus.Outcome;
import cellar.gateway.meter.DeliveryMetrics;

/**
 * The cache in numbers.
 *
 * @param objects entries, of which some may have slices that are still to come
 * @param bytes disk space of these
 * @param reservedBytes disk space promised to running fills, and of entries that are gone
 * but still read or not deleted yet
 * @param maxSize the bound on both
 * @param fills fetches, checks and saves that are running
 * @param hits answers from fresh entries since the start
 * @param misses answers fetched for the request itself
 * @param collapsed answers that shared the fetch of an earlier request
 * @param revalidated answers from entries that the origin confirmed
 * @param stale answers from entries that were no longer fresh
 * @param errors requests for which the origin failed
 * @param evictions entries that had to make room
 * @param spills fills that went on without the disk
 */
record CacheFigures(int objects, long bytes, long reservedBytes, long maxSize, int fills, long hits, long misses,
		long collapsed, long revalidated, long stale, long errors, long evictions, long spills) {

	static CacheFigures of(Contents.Figures figures, DeliveryMetrics metrics) {
		return new CacheFigures(figures.objects(), figures.bytes(), figures.reservedBytes(), figures.maxSize(),
				figures.fills(), metrics.count(Outcome.HIT), metrics.count(Outcome.MISS),
				metrics.count(Outcome.COLLAPSED), metrics.count(Outcome.REVALIDATED), metrics.count(Outcome.STALE),
				metrics.count(Outcome.ERROR), figures.evictions(), figures.spills());
	}

}
