package cellar.gateway.index;

import org.jspecify.annotations.Nullable;

/**
 * Entries in the order in which they came. Its links are in the entries themselves, so
 * that a million of them cost no further object.
 */
final class Queue {

	private @Nullable Entry newest;

	private @Nullable Entry oldest;

	private long blocks;

	private int size;

	void add(Entry entry) {
		entry.queue = this;
		entry.older = this.newest;
		entry.newer = null;
		if (this.newest != null) {
			this.newest.newer = entry;
		}
		else {
			this.oldest = entry;
		}
		this.newest = entry;
		this.blocks += entry.blocks;
		this.size++;
	}

	void remove(Entry entry) {
		if (entry.newer != null) {
			entry.newer.older = entry.older;
		}
		else {
			this.newest = entry.older;
		}
		if (entry.older != null) {
			entry.older.newer = entry.newer;
		}
		else {
			this.oldest = entry.newer;
		}
		entry.queue = null;
		entry.newer = null;
		entry.older = null;
		this.blocks -= entry.blocks;
		this.size--;
	}

	void resize(Entry entry, int blocksNow) {
		this.blocks += blocksNow - entry.blocks;
		entry.blocks = blocksNow;
	}

	@Nullable Entry oldest() {
		return this.oldest;
	}

	/**
	 * Returns how much would be free without those that nobody reads.
	 * @param enough how much is enough to know, in blocks
	 * @return blocks, all that there are if that is less
	 */
	long idle(long enough) {
		long idle = 0;
		for (Entry entry = this.oldest; entry != null && idle < enough; entry = entry.newer) {
			idle += entry.isLeased() ? 0 : entry.blocks;
		}
		return idle;
	}

	long blocks() {
		return this.blocks;
	}

	int size() {
		return this.size;
	}

}
