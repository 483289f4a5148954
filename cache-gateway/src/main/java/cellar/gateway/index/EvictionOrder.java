package cellar.gateway.index;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.Blocks;

/**
 * Decides who has to go. Small objects have an order of their own and a tenth of the
 * space: one image is as large as all of them together, and they are asked for far more
 * often. What is pinned goes last.
 */
final class EvictionOrder {

	/** The longest object that is small, in bytes. */
	private static final long SMALL = 1024 * 1024;

	private static final int SHARE_OF_SMALL = 10;

	private final FifoOrder small;

	private final FifoOrder large;

	private final Queue pinned = new Queue();

	private final Pins pins;

	private final long mostPinned;

	/**
	 * Makes an order of nothing.
	 * @param maxBytes disk space for all entries, half of it for those that are pinned
	 * @param pins what stays for as long as anything else can go
	 */
	EvictionOrder(long maxBytes, Pins pins) {
		this.small = new FifoOrder(ghosts(maxBytes / (64 * 1024)));
		this.large = new FifoOrder(ghosts(maxBytes / SMALL));
		this.pins = pins;
		this.mostPinned = maxBytes / 2 / Blocks.SIZE;
	}

	// One for each entry that there might be, within reason: 32 KiB to 8 MiB.
	private static int ghosts(long entries) {
		return Integer.highestOneBit(Math.clamp(entries, 1 << 12, 1 << 20));
	}

	void add(Entry entry) {
		if (this.pins.hold(entry.key())) {
			this.pinned.add(entry);
		}
		else {
			order(entry).add(entry);
		}
	}

	private FifoOrder order(Entry entry) {
		return (entry.length() <= SMALL) ? this.small : this.large;
	}

	/**
	 * Takes an entry out.
	 * @param entry the entry
	 * @return whether it was there
	 */
	boolean remove(Entry entry) {
		if (entry.queue == null) {
			return false;
		}
		entry.queue.remove(entry);
		return true;
	}

	/**
	 * Grows an entry.
	 * @param entry the entry
	 * @param bytes how much, in whole blocks
	 * @return whether it was there
	 */
	boolean grow(Entry entry, long bytes) {
		if (entry.queue == null) {
			return false;
		}
		entry.queue.resize(entry, entry.blocks + Math.toIntExact(Blocks.count(bytes)));
		return true;
	}

	/**
	 * Takes out those entries that are missed least.
	 * @param bytes how much they have to take up together
	 * @return the entries, or {@code null} if all that could go take up less: then all of
	 * them stay
	 */
	@Nullable List<Entry> evict(long bytes) {
		if (!canFree(bytes)) {
			return null;
		}
		List<Entry> victims = new ArrayList<>();
		for (long excess = bytes; excess > 0;) {
			Entry victim = evict();
			if (victim == null) {
				// The rest is being read by now: nobody goes for what cannot be had.
				victims.forEach(this::spare);
				return null;
			}
			excess -= victim.footprint();
			victims.add(victim);
		}
		return victims;
	}

	private void spare(Entry victim) {
		victim.spare();
		add(victim);
	}

	private @Nullable Entry evict() {
		unpin();
		boolean small = this.small.blocks() * SHARE_OF_SMALL >= this.small.blocks() + this.large.blocks();
		Entry victim = (small ? this.small : this.large).evict();
		if (victim == null) {
			victim = (small ? this.large : this.small).evict();
		}
		return (victim != null) ? victim : FifoOrder.age(this.pinned);
	}

	// Not before somebody has to go: until then copies grow.
	private void unpin() {
		while (this.pinned.blocks() > this.mostPinned && this.pinned.oldest() instanceof Entry oldest) {
			this.pinned.remove(oldest);
			order(oldest).add(oldest);
		}
	}

	// Takes nothing out for that, as what is spared comes back in another place.
	private boolean canFree(long bytes) {
		long wanted = Blocks.count(bytes);
		long idle = this.small.idle(wanted);
		idle += (idle < wanted) ? this.large.idle(wanted - idle) : 0;
		idle += (idle < wanted) ? this.pinned.idle(wanted - idle) : 0;
		return idle >= wanted;
	}

	long bytes() {
		return (this.small.blocks() + this.large.blocks() + this.pinned.blocks()) * Blocks.SIZE;
	}

}
