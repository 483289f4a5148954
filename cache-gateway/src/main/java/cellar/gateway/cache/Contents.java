package cellar.gateway.cache;

import java.time.Instant;
import java.util.List;

import cellar.gateway.index.Selection;

/**
 * What is in the cache, for those who look after it.
 */
public interface Contents {

	Figures figures();

	/**
	 * Lists entries in the order of their keys.
	 * @param selection which
	 * @param page the page, from 0
	 * @param size entries on a page
	 * @return one page
	 */
	Page list(Selection selection, int page, int size);

	/**
	 * Forgets entries for good. When it returns, no later request is answered from them
	 * nor from any fetch that began before, not even after a crash.
	 * @param selection which
	 * @return how many entries and running fetches were dropped
	 */
	int purge(Selection selection);

	/**
	 * Figures of the moment.
	 *
	 * @param objects entries, of which some may have slices that are still to come
	 * @param bytes disk space of these entries, in whole blocks
	 * @param reservedBytes disk space promised to running fills, and of entries that are
	 * gone but still read or not deleted yet
	 * @param maxSize the bound on both
	 * @param fills fetches, checks and saves that are running
	 * @param evictions entries that had to make room since the start
	 * @param spills fills that went on without the disk since the start
	 * @param scrubbedBytes what was compared with checksums beside the requests for it
	 * @param badSlices how much of that was not what was stored
	 */
	record Figures(int objects, long bytes, long reservedBytes, long maxSize, int fills, long evictions, long spills,
			long scrubbedBytes, long badSlices) {

	}

	/**
	 * One entry as its keeper sees it.
	 *
	 * @param route path of the route
	 * @param object name at the origin
	 * @param size bytes
	 * @param storedAt when it was fetched or last renewed
	 */
	record Item(String route, String object, long size, Instant storedAt) {

	}

	/**
	 * One page of entries.
	 *
	 * @param items the entries
	 * @param total how many there are on all pages
	 */
	record Page(List<Item> items, int total) {

	}

}
