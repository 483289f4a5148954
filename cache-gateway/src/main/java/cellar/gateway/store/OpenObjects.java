package cellar.gateway.store;

import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.Deletions;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;

/**
 * The copies whose files are open: those in use, and some that were used lately. There is
 * never more than one for an entry, so that all its users share what is on its way.
 */
final class OpenObjects {

	private static final int TURNS = 8;

	private final Map<Entry, StoredObject> open = new ConcurrentHashMap<>();

	/** Candidates for being closed; who was used gets another turn. */
	private final Queue<StoredObject> turns = new ConcurrentLinkedQueue<>();

	private final AtomicInteger queued = new AtomicInteger();

	/** Only those wait for each other who open or close the same few files. */
	private final ReentrantLock[] locks = IntStream.range(0, 64)
		.mapToObj((_) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	private final Index index;

	private final Deletions deletions;

	private final int idle;

	/**
	 * Makes an empty set.
	 * @param index settles space of those that are no entries any more once they close
	 * @param deletions know which files still take up space after that
	 * @param idle how many stay open although nobody uses them
	 */
	OpenObjects(Index index, Deletions deletions, int idle) {
		this.index = index;
		this.deletions = deletions;
		this.idle = idle;
	}

	/**
	 * Leases a copy, opening it if need be.
	 * @param entry its entry
	 * @param opener opens it
	 * @return the copy, or {@code null} if it is no entry any more
	 * @throws IOException if it cannot be opened
	 */
	@Nullable StoredObject lease(Entry entry, Opener opener) throws IOException {
		StoredObject known = this.open.get(entry);
		if (known != null && known.lease()) {
			return known;
		}
		ReentrantLock lock = lock(entry);
		lock.lock();
		try {
			StoredObject opened = this.open.get(entry);
			// Who retires it comes after the index has let go of it, and waits for this.
			if (opened == null && this.index.get(entry.key()) == entry) {
				opened = opener.open(entry);
				put(opened);
			}
			return (opened != null && opened.lease()) ? opened : null;
		}
		finally {
			lock.unlock();
			closeIdle();
		}
	}

	/**
	 * Adds a copy that is open already.
	 * @param object the copy, with a lease that goes over to this
	 */
	void add(StoredObject object) {
		put(object);
		closeIdle();
	}

	private void put(StoredObject object) {
		this.open.put(object.entry(), object);
		this.turns.add(object);
		this.queued.incrementAndGet();
	}

	/**
	 * Returns a copy if it is open.
	 * @param entry its entry
	 * @return the copy, which may be closed at any time
	 */
	@Nullable StoredObject get(Entry entry) {
		return this.open.get(entry);
	}

	/**
	 * Closes a copy that the index does not have any more once its current readers
	 * finish.
	 * @param entry its entry
	 */
	void retire(Entry entry) {
		ReentrantLock lock = lock(entry);
		StoredObject retired;
		lock.lock();
		try {
			retired = this.open.remove(entry);
		}
		finally {
			lock.unlock();
		}
		if (retired == null) {
			this.deletions.onceGone(entry.file(), () -> this.index.settle(entry));
			return;
		}
		retired.file().retire();
		retired.file().channel().release();
	}

	private void closeIdle() {
		// Each turn closes one or takes away its bonus, or it is in use.
		for (int turn = 0; turn < TURNS && this.queued.get() > this.idle; turn++) {
			StoredObject candidate = this.turns.poll();
			if (candidate == null) {
				return;
			}
			if (isOpen(candidate) && !close(candidate)) {
				this.turns.add(candidate);
			}
			else {
				this.queued.decrementAndGet();
			}
		}
	}

	private boolean isOpen(StoredObject object) {
		return this.open.get(object.entry()) == object;
	}

	private boolean close(StoredObject candidate) {
		if (candidate.wasUsed()) {
			return false;
		}
		ReentrantLock lock = lock(candidate.entry());
		lock.lock();
		try {
			boolean closed = !isOpen(candidate) || candidate.file().channel().closeIfIdle();
			if (closed) {
				this.open.remove(candidate.entry(), candidate);
			}
			return closed;
		}
		finally {
			lock.unlock();
		}
	}

	private ReentrantLock lock(Entry entry) {
		return this.locks[entry.key().hashCode() & (this.locks.length - 1)];
	}

	/**
	 * Opens the file of an entry.
	 */
	@FunctionalInterface
	interface Opener {

		StoredObject open(Entry entry) throws IOException;

	}

}
