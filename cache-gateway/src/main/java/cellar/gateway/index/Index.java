package cellar.gateway.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * All entries and the disk space that they and running fills take up. Looking up takes no
 * lock; whoever takes an entry out deletes its file afterwards.
 */
public final class Index {

	private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

	private final EvictionOrder order;

	private final long maxBytes;

	private long reservedBytes;

	private long evictions;

	/**
	 * Makes an empty index.
	 * @param maxBytes disk space for all entries and fills together
	 */
	public Index(long maxBytes) {
		this.maxBytes = maxBytes;
		this.order = new EvictionOrder(ghosts(maxBytes));
	}

	// One for each entry that there might be, within reason: 32 KiB to 8 MiB.
	private static int ghosts(long maxBytes) {
		return Integer.highestOneBit(Math.clamp(maxBytes / (64 * 1024), 1 << 12, 1 << 20));
	}

	/**
	 * Looks up and counts that as a use.
	 * @param key the key
	 * @return its entry, if there is one
	 */
	public @Nullable Entry use(Key key) {
		Entry entry = this.entries.get(key);
		if (entry != null) {
			entry.hit();
		}
		return entry;
	}

	/**
	 * Looks up, as those do who look after the cache.
	 * @param key the key
	 * @return its entry, if there is one
	 */
	public @Nullable Entry get(Key key) {
		return this.entries.get(key);
	}

	/**
	 * Promises space, for which entries may have to go.
	 * @param bytes how much
	 * @param shortage how much has to be freed on the disk itself beyond the bound
	 * @return what came of it
	 */
	public synchronized Grant reserve(long bytes, long shortage) {
		long excess = Math.max(this.order.bytes() + this.reservedBytes + bytes - this.maxBytes, shortage);
		if (excess > this.order.bytes()) {
			return new Grant(false, List.of());
		}
		List<Entry> victims = new ArrayList<>();
		while (excess > 0) {
			Entry victim = this.order.evict();
			if (victim == null) {
				break;
			}
			excess -= victim.footprint();
			victims.add(victim);
		}
		if (excess > 0) {
			// The rest is being read: nobody goes for what cannot be had.
			victims.forEach(this.order::add);
			return new Grant(false, List.of());
		}
		victims.forEach((victim) -> this.entries.remove(victim.key(), victim));
		this.evictions += victims.size();
		this.reservedBytes += bytes;
		return new Grant(true, victims);
	}

	public synchronized void release(long bytes) {
		this.reservedBytes -= bytes;
	}

	/**
	 * Adds an entry, in the place of the one that the key has.
	 * @param entry the entry
	 * @param reserved bytes promised to its fill, which it now takes up itself
	 * @return the entry that it replaces
	 */
	public synchronized @Nullable Entry put(Entry entry, long reserved) {
		Entry replaced = this.entries.put(entry.key(), entry);
		this.reservedBytes -= reserved;
		if (replaced != null) {
			this.order.remove(replaced);
		}
		this.order.add(entry);
		return replaced;
	}

	/**
	 * Adds an entry that was found on disk, unless there is a newer one by now.
	 * @param entry the entry
	 * @return whether it was added
	 */
	public synchronized boolean restore(Entry entry) {
		if (this.entries.putIfAbsent(entry.key(), entry) != null) {
			return false;
		}
		this.order.add(entry);
		return true;
	}

	/**
	 * Says how much disk space an entry takes up by now.
	 * @param entry the entry; nothing happens if it is gone
	 * @param footprint bytes
	 * @param reserved bytes promised to its fill, which it now takes up itself
	 */
	public synchronized void resize(Entry entry, long footprint, long reserved) {
		this.reservedBytes -= reserved;
		this.order.resize(entry, footprint);
	}

	/**
	 * Takes an entry out.
	 * @param entry the entry
	 * @return whether it was there
	 */
	public synchronized boolean remove(Entry entry) {
		this.order.remove(entry);
		return this.entries.remove(entry.key(), entry);
	}

	public List<Entry> select(Selection selection) {
		return this.entries.values().stream().filter((entry) -> selection.matches(entry.key())).toList();
	}

	public synchronized Figures figures() {
		return new Figures(this.entries.size(), this.order.bytes(), this.reservedBytes, this.maxBytes, this.evictions);
	}

	/**
	 * What came of a wish for space.
	 *
	 * @param given whether the space is promised
	 * @param victims entries that had to go
	 */
	public record Grant(boolean given, List<Entry> victims) {

	}

	/**
	 * Figures of the moment.
	 *
	 * @param entries how many there are
	 * @param bytes disk space that they take up, in whole blocks
	 * @param reservedBytes disk space promised to fills
	 * @param maxBytes the bound on both
	 * @param evictions entries that had to make room since the start
	 */
	public record Figures(int entries, long bytes, long reservedBytes, long maxBytes, long evictions) {

	}

}
