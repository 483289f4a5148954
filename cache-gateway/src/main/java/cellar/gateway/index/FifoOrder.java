package cellar.gateway.index;

import org.jspecify.annotations.Nullable;

/**
 * Decides who has to go among objects that are about as large, after S3-FIFO (Yang and
 * others, "FIFO queues are all you need for cache eviction", SOSP 2023), with bytes in
 * the place of objects: newcomers get a tenth of the space and leave it again unless they
 * are used, so that a scan does not push out what everybody reads. A hit only counts;
 * nothing is moved and nothing is locked for it.
 */
final class FifoOrder {

	private static final int SHARE_OF_NEWCOMERS = 10;

	/** How often an entry is looked at before it has no hits left and goes. */
	private static final long MOST_TURNS = 4;

	private final Queue newcomers = new Queue();

	private final Queue residents = new Queue();

	private final Ghosts ghosts;

	/**
	 * Makes an order of nothing.
	 * @param ghosts how many of those that went are remembered, a power of two
	 */
	FifoOrder(int ghosts) {
		this.ghosts = new Ghosts(ghosts);
	}

	void add(Entry entry) {
		boolean missed = this.ghosts.remove(entry.key(), Math.max(this.residents.size(), 1));
		(missed ? this.residents : this.newcomers).add(entry);
	}

	/**
	 * Takes out the entry that is missed least.
	 * @return the entry, or {@code null} where all are being read
	 */
	@Nullable Entry evict() {
		Entry victim = inTurn();
		// Where all residents are being read, newcomers go although they are few.
		return (victim != null) ? victim : age(this.newcomers);
	}

	private @Nullable Entry inTurn() {
		int newcomersToSee = this.newcomers.size();
		// Each turn takes a hit from an entry or moves one on; after that many turns
		// whoever is left is being read.
		for (long turns = (MOST_TURNS + 1) * (size() + 1); turns > 0; turns--) {
			Entry victim;
			if (newcomersToSee > 0 && isCrowded()) {
				newcomersToSee--;
				victim = demote();
			}
			else {
				victim = next(this.residents);
			}
			if (victim != null) {
				return victim;
			}
		}
		return null;
	}

	private boolean isCrowded() {
		long all = this.newcomers.blocks() + this.residents.blocks();
		return this.residents.size() == 0
				|| (this.newcomers.size() > 0 && this.newcomers.blocks() * SHARE_OF_NEWCOMERS >= all);
	}

	private @Nullable Entry demote() {
		Entry oldest = this.newcomers.oldest();
		if (oldest == null) {
			return null;
		}
		this.newcomers.remove(oldest);
		if (oldest.hits() > 0) {
			oldest.forgetHits(Integer.MAX_VALUE);
			this.residents.add(oldest);
			return null;
		}
		if (!oldest.evict()) {
			// To be read for long is not to be read often.
			this.newcomers.add(oldest);
			return null;
		}
		this.ghosts.add(oldest.key());
		return oldest;
	}

	/**
	 * Takes out the entry of a queue that is missed least.
	 * @param queue the queue
	 * @return the entry, or {@code null} where all are being read
	 */
	static @Nullable Entry age(Queue queue) {
		for (long turns = MOST_TURNS * queue.size(); turns > 0; turns--) {
			Entry victim = next(queue);
			if (victim != null) {
				return victim;
			}
		}
		return null;
	}

	private static @Nullable Entry next(Queue queue) {
		Entry oldest = queue.oldest();
		if (oldest == null) {
			return null;
		}
		queue.remove(oldest);
		if (oldest.hits() > 0 || !oldest.evict()) {
			oldest.forgetHits(1);
			queue.add(oldest);
			return null;
		}
		return oldest;
	}

	private int size() {
		return this.newcomers.size() + this.residents.size();
	}

	long idle(long enough) {
		long idle = this.residents.idle(enough);
		return (idle < enough) ? idle + this.newcomers.idle(enough - idle) : idle;
	}

	long blocks() {
		return this.newcomers.blocks() + this.residents.blocks();
	}

}
