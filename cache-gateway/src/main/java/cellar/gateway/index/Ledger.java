package cellar.gateway.index;

import cellar.gateway.disk.Blocks;

/**
 * The disk space that counts against the bound although no entry in the order takes it
 * up: what is promised, and what was taken out but is still on the disk. Guarded by the
 * lock of the index.
 */
final class Ledger {

	private final long maxBytes;

	private long promisedBytes;

	/** Of entries that nobody finds any more, but whose files are still there. */
	private long lingeringBytes;

	/**
	 * Opens an account of which nothing is used.
	 * @param maxBytes disk space for all entries and fills together
	 */
	Ledger(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Returns how much has to go before more can be promised.
	 * @param bytes how much more
	 * @param held what the entries in the order take up
	 * @return bytes above the bound, negative if some would be left
	 */
	long excess(long bytes, long held) {
		return held + heldBytes() + bytes - this.maxBytes;
	}

	void promise(long bytes) {
		this.promisedBytes += bytes;
	}

	void release(long bytes) {
		this.promisedBytes -= bytes;
	}

	/**
	 * Counts an entry that is in no queue, until it is settled.
	 * @param entry the entry
	 */
	void linger(Entry entry) {
		entry.lingering = true;
		this.lingeringBytes += entry.footprint();
	}

	/**
	 * Counts an entry no longer, as the disk has its space back.
	 * @param entry the entry; nothing happens unless it lingers
	 */
	void settle(Entry entry) {
		if (entry.lingering) {
			entry.lingering = false;
			this.lingeringBytes -= entry.footprint();
		}
	}

	/**
	 * Counts what an entry has grown by since it was taken out.
	 * @param entry the entry; nothing happens unless it lingers
	 * @param bytes how much, in whole blocks
	 */
	void grow(Entry entry, long bytes) {
		if (entry.lingering) {
			entry.blocks += Math.toIntExact(Blocks.count(bytes));
			this.lingeringBytes += bytes;
		}
	}

	long promisedBytes() {
		return this.promisedBytes;
	}

	long heldBytes() {
		return this.promisedBytes + this.lingeringBytes;
	}

	long maxBytes() {
		return this.maxBytes;
	}

}
