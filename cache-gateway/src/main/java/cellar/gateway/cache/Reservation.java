package cellar.gateway.cache;

/**
 * Disk space promised to one fill, and the name of its files.
 */
class Reservation implements AutoCloseable {

	private static final long STEP = 4L << 20;

	private final DiskBudget budget;

	private final String generation;

	private final int recordSize;

	private long bytes;

	private long written;

	Reservation(DiskBudget budget, String generation, int recordSize, long bytes) {
		this.budget = budget;
		this.generation = generation;
		this.recordSize = recordSize;
		this.bytes = bytes;
	}

	String generation() {
		return this.generation;
	}

	/**
	 * Sees to it that there is space for a body of which nobody knew how long it gets.
	 * @param length bytes so far
	 * @return {@code false} if there is none
	 */
	boolean covers(long length) {
		if (Entry.footprint(length, this.recordSize) <= this.bytes) {
			return true;
		}
		if (!this.budget.reserve(STEP)) {
			return false;
		}
		this.bytes += STEP;
		return covers(length);
	}

	/**
	 * Counts what was written, so that it is not owed any longer.
	 * @param length bytes more
	 */
	void wrote(long length) {
		this.written += length;
		this.budget.wrote(length);
	}

	/**
	 * Hands the space over to the entry.
	 * @return how much it was
	 */
	long hand() {
		long handed = this.bytes;
		this.bytes = 0;
		this.budget.wrote(-this.written);
		this.written = 0;
		return handed;
	}

	@Override
	public void close() {
		this.budget.release(hand());
	}

}
