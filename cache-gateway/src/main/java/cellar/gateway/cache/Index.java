package cellar.gateway.cache;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All complete entries, least recently used first, and the space that they and running
 * fills take up. Whoever drops an entry from here deletes its files afterwards.
 */
class Index {

	private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

	private final long maxBytes;

	private final long maxHeap;

	private long storedBytes;

	private long heapBytes;

	private long reservedBytes;

	private long evictions;

	/**
	 * Makes an empty index.
	 * @param maxBytes disk space for all entries together
	 * @param maxHeap memory for all entries together, roughly
	 */
	Index(long maxBytes, long maxHeap) {
		this.maxBytes = maxBytes;
		this.maxHeap = maxHeap;
	}

	synchronized @Nullable Entry get(Key key) {
		return this.entries.get(key);
	}

	/**
	 * Promises space to a fill.
	 * @param bytes how much
	 * @param shortage how much has to be freed on the disk itself beyond the bound
	 * @return the entries that had to go, or {@code null} if there is no space
	 */
	synchronized @Nullable List<Entry> reserve(long bytes, long shortage) {
		long excess = Math.max(this.storedBytes + this.reservedBytes + bytes - this.maxBytes, shortage);
		if (excess > this.storedBytes) {
			return null;
		}
		List<Entry> victims = new ArrayList<>();
		Iterator<Entry> oldest = this.entries.values().iterator();
		while ((excess > 0 || this.heapBytes > this.maxHeap) && oldest.hasNext()) {
			Entry victim = oldest.next();
			oldest.remove();
			count(victim, -1);
			excess -= victim.footprint();
			victims.add(victim);
		}
		this.evictions += victims.size();
		this.reservedBytes += bytes;
		return victims;
	}

	synchronized void release(long bytes) {
		this.reservedBytes -= bytes;
	}

	/**
	 * Adds a complete entry.
	 * @param entry the entry
	 * @param reserved space promised to its fill, which it now takes up itself
	 * @return the entry that it replaces
	 */
	synchronized @Nullable Entry put(Entry entry, long reserved) {
		Entry replaced = this.entries.put(entry.object().key(), entry);
		this.reservedBytes -= reserved;
		count(entry, 1);
		if (replaced != null) {
			count(replaced, -1);
		}
		return replaced;
	}

	private void count(Entry entry, int sign) {
		this.storedBytes += sign * entry.footprint();
		this.heapBytes += sign * entry.heap();
	}

	synchronized boolean replace(Entry entry, Entry newer) {
		boolean replaced = this.entries.replace(entry.object().key(), entry, newer);
		if (replaced) {
			count(entry, -1);
			count(newer, 1);
		}
		return replaced;
	}

	synchronized boolean remove(Entry entry) {
		Entry current = this.entries.get(entry.object().key());
		// A renewal makes another entry of the same files.
		if (current == null || !current.object().generation().equals(entry.object().generation())) {
			return false;
		}
		this.entries.remove(entry.object().key());
		count(current, -1);
		return true;
	}

	synchronized List<Entry> select(Selection selection) {
		return this.entries.values().stream().filter((entry) -> selection.matches(entry.object().key())).toList();
	}

	synchronized long reservedBytes() {
		return this.reservedBytes;
	}

	synchronized Contents.Figures figures(int fills, long spills) {
		return new Contents.Figures(this.entries.size(), this.storedBytes, this.reservedBytes, this.maxBytes, fills,
				this.evictions, spills);
	}

}
