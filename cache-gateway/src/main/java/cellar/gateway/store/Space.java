package cellar.gateway.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.index.Index;

/**
 * Hands out disk space before it is written to: never more than the bound, and never so
 * much that the file system falls below its floor.
 */
final class Space {

	private static final Logger logger = LoggerFactory.getLogger(Space.class);

	/** So that nobody measures while what goes for others is not off the disk yet. */
	private final ReentrantLock evicting = new ReentrantLock();

	private final AtomicLong written = new AtomicLong();

	private final AtomicLong refusals = new AtomicLong();

	private final Index index;

	private final CacheDirectory directory;

	private final Withdrawals withdrawals;

	private final long minFree;

	Space(Index index, CacheDirectory directory, Withdrawals withdrawals, long minFree) {
		this.index = index;
		this.directory = directory;
		this.withdrawals = withdrawals;
		this.minFree = minFree;
	}

	/**
	 * Promises space, for which other copies may have to go.
	 * @param bytes how much, in whole blocks; 0 restores the bound and the floor alone
	 * @return {@code false} if there is none
	 */
	boolean reserve(long bytes) {
		if (shortage(bytes) <= 0 && this.index.reserve(bytes)) {
			return true;
		}
		this.evicting.lock();
		try {
			return evict(bytes);
		}
		finally {
			this.evicting.unlock();
		}
	}

	private boolean evict(long bytes) {
		// Again, as whoever was here before may have ended it.
		long shortage = shortage(bytes);
		boolean given = this.withdrawals.withdraw(() -> {
			Index.Grant grant = this.index.reserve(bytes, shortage);
			return grant.given() ? grant.victims() : null;
		});
		return given || refuse(bytes);
	}

	/**
	 * Counts that something finds no space.
	 * @param bytes how much it wanted
	 * @return {@code false}
	 */
	boolean refuse(long bytes) {
		this.refusals.incrementAndGet();
		logger.atInfo().addKeyValue("bytes", bytes).log("No room in the cache");
		return false;
	}

	private long shortage(long bytes) {
		// What was promised and is not written yet is still free, but not for long.
		long owed = Math.max(this.index.promisedBytes() - this.written.get(), 0);
		return this.minFree + owed + bytes - this.directory.usableBytes();
	}

	/**
	 * Counts what was written of space that stays promised.
	 * @param bytes how much more, or less where it is promised no longer
	 */
	void wrote(long bytes) {
		this.written.addAndGet(bytes);
	}

	void release(long bytes) {
		this.index.release(bytes);
	}

	/**
	 * Returns how often there was no space.
	 * @return times since the start
	 */
	long refusals() {
		return this.refusals.get();
	}

}
