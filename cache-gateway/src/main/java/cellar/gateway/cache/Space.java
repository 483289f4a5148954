package cellar.gateway.cache;

import java.io.IOException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out disk space before it is written to: never more than the bound, and never so
 * much that the file system falls below its floor.
 */
class Space {

	private static final Logger logger = LoggerFactory.getLogger(Space.class);

	private final Index index;

	private final DiskStore store;

	private final long minFree;

	Space(Index index, DiskStore store, long minFree) {
		this.index = index;
		this.store = store;
		this.minFree = minFree;
	}

	/**
	 * Promises space, making room if need be.
	 * @param bytes how much
	 * @return {@code false} if there is none
	 */
	boolean reserve(long bytes) {
		List<Entry> victims = this.index.reserve(bytes, shortage(bytes));
		if (victims == null) {
			logger.atInfo().addKeyValue("bytes", bytes).log("No room in the cache");
			return false;
		}
		victims.forEach((victim) -> this.store.delete(victim.object()));
		return true;
	}

	private long shortage(long bytes) {
		try {
			return this.minFree + this.index.reservedBytes() + bytes - this.store.usableBytes();
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Free disk space is unknown");
			return Long.MAX_VALUE;
		}
	}

	void release(long bytes) {
		this.index.release(bytes);
	}

}
