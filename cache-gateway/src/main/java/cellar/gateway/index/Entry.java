package cellar.gateway.index;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.Blocks;
import cellar.gateway.disk.FileName;

/**
 * One version of an object in the cache. There may be millions of them, so an entry keeps
 * little: all else is in its file.
 */
public final class Entry {

	private static final AtomicIntegerFieldUpdater<Entry> LEASES = AtomicIntegerFieldUpdater.newUpdater(Entry.class,
			"leases");

	private static final int EVICTED = -1;

	private static final int MOST_HITS = 3;

	private final Key key;

	private final long generation;

	private final long length;

	private final int room;

	private volatile int leases;

	/** Counts up to three; that a race may lose one is of no matter. */
	private byte hits;

	// What follows is guarded by the lock of the index.

	/** Written by the queue that it is in, and by the ledger once it is in none. */
	int blocks;

	/**
	 * Whether nobody finds it any more although its bytes are still on the disk. Written
	 * by the ledger.
	 */
	boolean lingering;

	/** Written by the queue that it comes into or leaves, as are the next two. */
	@Nullable Queue queue;

	@Nullable Entry newer;

	@Nullable Entry older;

	/**
	 * Makes the entry of a file.
	 * @param key what it is a copy of
	 * @param file its file
	 * @param footprint disk space that it takes up, in bytes
	 */
	public Entry(Key key, FileName file, long footprint) {
		this.key = key;
		this.generation = file.generation();
		this.length = file.length();
		this.room = file.room();
		this.blocks = Math.toIntExact(Blocks.count(footprint));
	}

	public Key key() {
		return this.key;
	}

	public FileName file() {
		return new FileName(this.key.fileHash(), this.generation, this.length, this.room);
	}

	public long length() {
		return this.length;
	}

	/**
	 * Keeps it from being evicted until it is released as often.
	 * @return {@code false} if it has been evicted already
	 */
	public boolean lease() {
		int before = LEASES.getAndUpdate(this, (leases) -> (leases == EVICTED) ? EVICTED : leases + 1);
		return before != EVICTED;
	}

	/**
	 * Releases one lease.
	 * @return whether it was the last
	 */
	public boolean release() {
		return LEASES.decrementAndGet(this) == 0;
	}

	/**
	 * Takes it away from everybody, unless somebody has a lease.
	 * @return whether nobody has
	 */
	boolean evict() {
		return LEASES.compareAndSet(this, 0, EVICTED);
	}

	boolean isLeased() {
		return this.leases > 0;
	}

	/** Gives it back to whoever wants a lease. */
	void spare() {
		this.leases = 0;
	}

	public void hit() {
		if (this.hits < MOST_HITS) {
			this.hits++;
		}
	}

	public int hits() {
		return this.hits;
	}

	void forgetHits(int count) {
		this.hits = (byte) Math.max(this.hits - count, 0);
	}

	long footprint() {
		return (long) this.blocks * Blocks.SIZE;
	}

}
