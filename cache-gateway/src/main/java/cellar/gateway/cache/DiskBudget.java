package cellar.gateway.cache;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out disk space before it is written to: never more than the bound, and never so
 * much that the file system falls below its floor.
 */
class DiskBudget {

	private static final Logger logger = LoggerFactory.getLogger(DiskBudget.class);

	private final AtomicLong written = new AtomicLong();

	private final Index index;

	private final DiskStore store;

	private final long minFree;

	DiskBudget(Index index, DiskStore store, long minFree) {
		this.index = index;
		this.store = store;
		this.minFree = minFree;
	}

	/**
	 * Takes over files of an earlier process, which take up disk space already.
	 * @param bytes how much
	 * @return {@code false} if that is more than the bound
	 */
	boolean adopt(long bytes) {
		return make(bytes, 0);
	}

	/** Makes room where the file system has fallen below its floor meanwhile. */
	void keepFloor() {
		reserve(0);
	}

	/**
	 * Promises space, making room if need be.
	 * @param bytes how much
	 * @return {@code false} if there is none
	 */
	boolean reserve(long bytes) {
		return make(bytes, shortage(bytes));
	}

	private boolean make(long bytes, long shortage) {
		if (!this.store.removing(() -> this.index.reserve(bytes, shortage))) {
			logger.atInfo().addKeyValue("bytes", bytes).log("No room in the cache");
			return false;
		}
		return true;
	}

	private long shortage(long bytes) {
		try {
			// What running fills have written is no longer free: only the rest is owed.
			long owed = this.index.reservedBytes() - this.written.get();
			return this.minFree + Math.max(owed, 0) + bytes - this.store.usableBytes();
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Free disk space is unknown");
			return Long.MAX_VALUE;
		}
	}

	/**
	 * Counts what fills have written of the space that was promised to them.
	 * @param bytes how much more
	 */
	void wrote(long bytes) {
		this.written.addAndGet(bytes);
	}

	void release(long bytes) {
		this.index.release(bytes);
	}

}
