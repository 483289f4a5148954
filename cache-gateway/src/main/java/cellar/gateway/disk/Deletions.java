package cellar.gateway.disk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Deletes files one after the other: file systems do that faster than many at once, and
 * whoever wants to be sure that all are gone has one place to wait.
 */
public final class Deletions {

	private final ReentrantLock lock = new ReentrantLock();

	/** Whoever comes while others make durable waits, as they may do so for him. */
	private final ReentrantLock syncing = new ReentrantLock();

	/** Files that may come back after a crash, by the directories that they were in. */
	private final Map<String, KeyHash> unsynced = new HashMap<>();

	private final CacheDirectory directory;

	public Deletions(CacheDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Has files taken out of the index and deletes them before anybody else can be told
	 * that all is deleted.
	 * @param removal takes them out; {@code null} if it will not
	 * @return whether it did
	 */
	public boolean delete(Supplier<@Nullable Iterable<FileName>> removal) {
		this.lock.lock();
		try {
			Iterable<FileName> removed = removal.get();
			if (removed != null) {
				removed.forEach((name) -> {
					this.directory.delete(name);
					this.unsynced.put(name.hash().directory(), name.hash());
				});
			}
			return removed != null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Does something with a file unless it is gone, so that nobody deletes it meanwhile.
	 * @param name the file
	 * @param use what to do
	 * @return what came of it, or {@code false} if the file is gone
	 */
	public boolean unlessGone(FileName name, BooleanSupplier use) {
		this.lock.lock();
		try {
			return !this.directory.isGone(name) && use.getAsBoolean();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Makes durable all that was deleted before. Others can delete meanwhile.
	 * @throws IOException if that failed; it can be tried again
	 */
	public void sync() throws IOException {
		this.syncing.lock();
		try {
			sync(takeUnsynced());
		}
		finally {
			this.syncing.unlock();
		}
	}

	private void sync(Map<String, KeyHash> pending) throws IOException {
		try {
			Iterator<KeyHash> hashes = pending.values().iterator();
			while (hashes.hasNext()) {
				this.directory.sync(hashes.next());
				hashes.remove();
			}
		}
		finally {
			putBack(pending);
		}
	}

	private Map<String, KeyHash> takeUnsynced() {
		this.lock.lock();
		try {
			Map<String, KeyHash> taken = new HashMap<>(this.unsynced);
			this.unsynced.clear();
			return taken;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void putBack(Map<String, KeyHash> pending) {
		this.lock.lock();
		try {
			this.unsynced.putAll(pending);
		}
		finally {
			this.lock.unlock();
		}
	}

}
