package cellar.gateway.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.Blocks;

/**
 * All entries and the disk space that they and running fills take up. Looking up takes no
 * lock; whoever takes an entry out deletes its file afterwards.
 */
public final class Index {

	private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

	private final Variants variants = new Variants();

	private final EvictionOrder order;

	private final long maxBytes;

	private long reservedBytes;

	/** Of entries that nobody finds any more, but whose files are still there. */
	private long lingeringBytes;

	private long evictions;

	/**
	 * Makes an empty index.
	 * @param maxBytes disk space for all entries and fills together
	 * @param pins which entries stay for as long as others can go; half of the space is
	 * theirs
	 */
	public Index(long maxBytes, Pins pins) {
		this.maxBytes = maxBytes;
		this.order = new EvictionOrder(maxBytes, pins);
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
	 * Returns which variants of an object there are.
	 * @param key the key of the object
	 * @return their keys, the one that came first at first
	 */
	public List<Key> variants(Key key) {
		return this.variants.of(key);
	}

	/**
	 * Promises space if there is some left, so that nobody has to go.
	 * @param bytes how much
	 * @return whether it is promised
	 */
	public synchronized boolean reserve(long bytes) {
		boolean given = held() + bytes <= this.maxBytes;
		if (given) {
			this.reservedBytes += bytes;
		}
		return given;
	}

	/**
	 * Promises space, for which entries may have to go. Each of them counts until it is
	 * settled, and nothing may be written in its place before.
	 * @param bytes how much
	 * @param shortage how much has to be freed on the disk itself beyond the bound
	 * @return what came of it
	 */
	public synchronized Grant reserve(long bytes, long shortage) {
		long excess = Math.max(held() + bytes - this.maxBytes, shortage);
		if (!this.order.canFree(excess)) {
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
			// The rest is being read by now: nobody goes for what cannot be had.
			victims.forEach((victim) -> {
				victim.spare();
				this.order.add(victim);
			});
			return new Grant(false, List.of());
		}
		victims.forEach((victim) -> {
			forget(victim);
			linger(victim);
		});
		this.evictions += victims.size();
		this.reservedBytes += bytes;
		return new Grant(true, victims);
	}

	private void forget(Entry entry) {
		if (this.entries.remove(entry.key(), entry)) {
			this.variants.remove(entry.key());
		}
	}

	private long held() {
		return this.order.bytes() + this.reservedBytes + this.lingeringBytes;
	}

	private void linger(Entry entry) {
		entry.lingering = true;
		this.lingeringBytes += entry.footprint();
	}

	/**
	 * Hears that the disk has its space back from an entry that was taken out.
	 * @param entry the entry; nothing happens if that is known, or if it is still in
	 */
	public synchronized void settle(Entry entry) {
		if (entry.lingering) {
			entry.lingering = false;
			this.lingeringBytes -= entry.footprint();
		}
	}

	/**
	 * Returns how much is promised and may not be written yet.
	 * @return bytes
	 */
	public synchronized long promisedBytes() {
		return this.reservedBytes;
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
		if (replaced != null && this.order.remove(replaced)) {
			linger(replaced);
		}
		this.order.add(entry);
		this.variants.add(entry.key());
		return replaced;
	}

	/**
	 * Counts an entry that nobody is to find, until it is settled.
	 * @param entry the entry
	 * @param reserved bytes promised to its fill, which it now takes up itself
	 */
	public synchronized void putAside(Entry entry, long reserved) {
		this.reservedBytes -= reserved;
		linger(entry);
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
		this.variants.add(entry.key());
		return true;
	}

	/**
	 * Returns how much disk space an entry counts.
	 * @param entry the entry
	 * @return bytes
	 */
	public synchronized long footprint(Entry entry) {
		return entry.footprint();
	}

	/**
	 * Says that an entry has grown into space that was promised.
	 * @param entry the entry, which may have been taken out meanwhile
	 * @param bytes how much, in whole blocks
	 */
	public synchronized void grow(Entry entry, long bytes) {
		this.reservedBytes -= bytes;
		if (entry.queue != null) {
			entry.queue.resize(entry, entry.blocks + Math.toIntExact(Blocks.count(bytes)));
		}
		else if (entry.lingering) {
			entry.blocks += Math.toIntExact(Blocks.count(bytes));
			this.lingeringBytes += bytes;
		}
	}

	/**
	 * Takes an entry out. It counts until it is settled.
	 * @param entry the entry
	 * @return whether it was there
	 */
	public synchronized boolean remove(Entry entry) {
		boolean removed = this.order.remove(entry);
		if (removed) {
			forget(entry);
			linger(entry);
		}
		return removed;
	}

	public List<Entry> select(Selection selection) {
		return this.entries.values().stream().filter((entry) -> selection.matches(entry.key())).toList();
	}

	public synchronized Figures figures() {
		return new Figures(this.entries.size(), this.order.bytes(), this.reservedBytes + this.lingeringBytes,
				this.maxBytes, this.evictions);
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
	 * @param reservedBytes disk space promised to fills, or still taken up by what nobody
	 * finds any more
	 * @param maxBytes the bound on both
	 * @param evictions entries that had to make room since the start
	 */
	public record Figures(int entries, long bytes, long reservedBytes, long maxBytes, long evictions) {

	}

}
