package cellar.gateway.disk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Deletes files one after the other: file systems do that faster than many at once, and
 * whoever wants to be sure that all are gone has one place to wait.
 */
public final class Deletions {

	private final ReentrantLock lock = new ReentrantLock();

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
	 * Makes durable all that was deleted before.
	 * @throws IOException if that failed; it can be tried again
	 */
	public void sync() throws IOException {
		this.lock.lock();
		try {
			Iterator<KeyHash> hashes = this.unsynced.values().iterator();
			while (hashes.hasNext()) {
				this.directory.sync(hashes.next());
				hashes.remove();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
