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

	private long storedBytes;

	private long reservedBytes;

	private long evictions;

	Index(long maxBytes) {
		this.maxBytes = maxBytes;
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
		while (excess > 0 && oldest.hasNext()) {
			Entry victim = oldest.next();
			oldest.remove();
			this.storedBytes -= victim.footprint();
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
		this.storedBytes += entry.footprint() - ((replaced != null) ? replaced.footprint() : 0);
		return replaced;
	}

	synchronized boolean replace(Entry entry, Entry newer) {
		return this.entries.replace(entry.object().key(), entry, newer);
	}

	synchronized boolean remove(Entry entry) {
		boolean removed = this.entries.remove(entry.object().key(), entry);
		this.storedBytes -= removed ? entry.footprint() : 0;
		return removed;
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
