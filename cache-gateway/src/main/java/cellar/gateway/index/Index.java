package cellar.gateway.index;

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

	private final Variants variants = new Variants();

	private final EvictionOrder order;

	private final Ledger ledger;

	private long evictions;

	/**
	 * Makes an empty index.
	 * @param maxBytes disk space for all entries and fills together
	 * @param pins which entries stay for as long as others can go; half of the space is
	 * theirs
	 */
	public Index(long maxBytes, Pins pins) {
		this.ledger = new Ledger(maxBytes);
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
		boolean given = excess(bytes) <= 0;
		if (given) {
			this.ledger.promise(bytes);
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
		List<Entry> victims = this.order.evict(Math.max(excess(bytes), shortage));
		if (victims == null) {
			return new Grant(false, List.of());
		}
		victims.forEach(this::withdraw);
		this.evictions += victims.size();
		this.ledger.promise(bytes);
		return new Grant(true, victims);
	}

	private long excess(long bytes) {
		return this.ledger.excess(bytes, this.order.bytes());
	}

	private void withdraw(Entry entry) {
		forget(entry);
		this.ledger.linger(entry);
	}

	private void forget(Entry entry) {
		if (this.entries.remove(entry.key(), entry)) {
			this.variants.remove(entry.key());
		}
	}

	/**
	 * Called when the disk has its space back from an entry that was taken out.
	 * @param entry the entry; nothing happens if that is known, or if it is still in
	 */
	public synchronized void settle(Entry entry) {
		this.ledger.settle(entry);
	}

	/**
	 * Returns how much is promised and may not be written yet.
	 * @return bytes
	 */
	public synchronized long promisedBytes() {
		return this.ledger.promisedBytes();
	}

	public synchronized void release(long bytes) {
		this.ledger.release(bytes);
	}

	/**
	 * Adds an entry, in the place of the one that the key has.
	 * @param entry the entry
	 * @param reserved bytes promised to its fill, which it now takes up itself
	 * @return the entry that it replaces
	 */
	public synchronized @Nullable Entry put(Entry entry, long reserved) {
		Entry replaced = this.entries.put(entry.key(), entry);
		this.ledger.release(reserved);
		if (replaced != null && this.order.remove(replaced)) {
			this.ledger.linger(replaced);
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
		this.ledger.release(reserved);
		this.ledger.linger(entry);
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
	 * Records that an entry has grown into space that was promised.
	 * @param entry the entry, which may have been taken out meanwhile
	 * @param bytes how much, in whole blocks
	 */
	public synchronized void grow(Entry entry, long bytes) {
		this.ledger.release(bytes);
		if (!this.order.grow(entry, bytes)) {
			this.ledger.grow(entry, bytes);
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
			withdraw(entry);
		}
		return removed;
	}

	public List<Entry> select(Selection selection) {
		return this.entries.values().stream().filter((entry) -> selection.matches(entry.key())).toList();
	}

	public synchronized Figures figures() {
		return new Figures(this.entries.size(), this.order.bytes(), this.ledger.heldBytes(), this.ledger.maxBytes(),
				this.evictions);
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
