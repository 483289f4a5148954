package cellar.gateway.disk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes files one after the other: file systems do that faster than many at once, and
 * whoever wants to be sure that all are gone has one place to wait. What cannot be
 * deleted is tried again until it is gone, as a restart would bring it back.
 */
public final class Deletions {

	private static final Logger logger = LoggerFactory.getLogger(Deletions.class);

	private static final Runnable NOTHING = () -> {
	};

	private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

	/** Files that are still there, and who waits until each is gone. */
	private final Map<FileName, Runnable> undeleted = new ConcurrentHashMap<>();

	private final AtomicBoolean scheduled = new AtomicBoolean();

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
	 * Takes files out of the index and deletes them before anybody else can be told that
	 * all is deleted.
	 * @param removal takes them out; {@code null} if it will not
	 * @return whether it did
	 */
	public boolean delete(Supplier<@Nullable Iterable<FileName>> removal) {
		this.lock.lock();
		try {
			Iterable<FileName> removed = removal.get();
			if (removed != null) {
				removed.forEach(this::delete);
			}
			return removed != null;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void delete(FileName name) {
		// First, so that whoever closes it meanwhile waits for what comes of this.
		boolean tried = this.undeleted.putIfAbsent(name, NOTHING) != null;
		try {
			this.directory.delete(name);
			this.unsynced.put(name.hash().directory(), name.hash());
			Objects.requireNonNull(this.undeleted.remove(name)).run();
		}
		catch (IOException ex) {
			if (!tried) {
				logger.atWarn().addKeyValue("file", name).setCause(ex).log("File cannot be deleted");
			}
			tryAgainLater();
		}
	}

	private void tryAgainLater() {
		if (this.scheduled.compareAndSet(false, true)) {
			LATER.execute(() -> {
				this.scheduled.set(false);
				tryAgain();
			});
		}
	}

	private void tryAgain() {
		// One by one, so that nobody waits for all of them.
		List.copyOf(this.undeleted.keySet()).forEach((name) -> delete(() -> List.of(name)));
	}

	/**
	 * Does something once a file that was to be deleted is gone.
	 * @param name the file
	 * @param task what to do; at once if nobody has failed to delete the file
	 */
	public void onceGone(FileName name, Runnable task) {
		if (this.undeleted.computeIfPresent(name, (_, _) -> task) == null) {
			task.run();
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
			return !isGone(name) && use.getAsBoolean();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns whether a file is gone, or will be as soon as the disk lets it.
	 * @param name the file
	 * @return whether nobody may find it
	 */
	public boolean isGone(FileName name) {
		return this.undeleted.containsKey(name) || this.directory.isGone(name);
	}

	/**
	 * Makes durable all that was deleted before, and all that should have been. Others
	 * can delete meanwhile.
	 * @throws IOException if that failed; it can be tried again
	 */
	public void sync() throws IOException {
		this.syncing.lock();
		try {
			tryAgain();
			sync(takeUnsynced());
			requireAllDeleted();
		}
		finally {
			this.syncing.unlock();
		}
	}

	private void sync(Map<String, KeyHash> pending) throws IOException {
		try {
			Iterator<KeyHash> hashes = pending.values().iterator();
			while (hashes.hasNext()) {
				this.directory.syncDeletions(hashes.next());
				hashes.remove();
			}
		}
		finally {
			putBack(pending);
		}
	}

	private void requireAllDeleted() throws IOException {
		this.lock.lock();
		try {
			if (!this.undeleted.isEmpty()) {
				throw new IOException(this.undeleted.size() + " files cannot be deleted");
			}
		}
		finally {
			this.lock.unlock();
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
