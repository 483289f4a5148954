package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.DirectoryScan;
import cellar.gateway.disk.FileName;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;

/**
 * Takes over what an earlier process left: all of it in the background, and at once what
 * somebody asks for meanwhile.
 */
final class Recovery {

	private static final Logger logger = LoggerFactory.getLogger(Recovery.class);

	/** So many that a disk has something to choose from. */
	private static final int READERS = 8;

	private final CompletableFuture<Void> complete = new CompletableFuture<>();

	private final ReentrantLock repeating = new ReentrantLock();

	/** Directories that were not read yet. */
	private final Set<Path> unread = ConcurrentHashMap.newKeySet();

	/** Files of which it could not be told whether they are copies. */
	private final Set<FileName> skipped = ConcurrentHashMap.newKeySet();

	private volatile boolean listed;

	private volatile boolean whole;

	private final DirectoryScan files;

	private final Index index;

	private final Adoption adoption;

	Recovery(DirectoryScan files, Index index, Adoption adoption) {
		this.files = files;
		this.index = index;
		this.adoption = adoption;
	}

	/** Looks at all files. */
	void run() {
		try {
			scan();
			logger.atInfo()
				.addKeyValue("entries", this.index.figures().entries())
				.addKeyValue("dropped", this.adoption.dropped())
				.log("Cache directory read");
			this.complete.complete(null);
		}
		// An error, such as a lack of memory, must end the wait of a purge too.
		catch (IOException | RuntimeException | Error ex) {
			logger.atError().setCause(ex).log("Cache directory cannot be read whole");
			this.complete.completeExceptionally(ex);
		}
	}

	private void scan() throws IOException {
		if (!this.listed) {
			this.unread.addAll(this.files.directories());
			this.listed = true;
		}
		Queue<IOException> failures = new ConcurrentLinkedQueue<>();
		try (ExecutorService readers = Executors.newFixedThreadPool(READERS,
				Thread.ofPlatform().daemon().name("recovery-", 0).factory())) {
			CompletableFuture
				.allOf(this.unread.stream()
					.map((each) -> CompletableFuture.runAsync(() -> scan(each, failures), readers))
					.toArray(CompletableFuture<?>[]::new))
				.join();
		}
		if (!failures.isEmpty()) {
			throw new IOException(failures.size() + " directories cannot be read", failures.peek());
		}
		this.whole = true;
	}

	private void scan(Path each, Queue<IOException> failures) {
		try {
			this.files.read(each, this::take);
			this.unread.remove(each);
		}
		catch (IOException ex) {
			failures.add(ex);
		}
	}

	/**
	 * Waits until all files are known.
	 * @throws IOException if some cannot be
	 */
	void await() throws IOException {
		try {
			this.complete.join();
		}
		catch (CompletionException ex) {
			throw new IOException("The cache directory could not be read whole", ex.getCause());
		}
	}

	/**
	 * Waits likewise, and then looks again at what could not be read. Files that still
	 * cannot are deleted, as nobody can tell whether they are to be purged.
	 * @throws IOException if a directory still cannot be read
	 */
	void repeat() throws IOException {
		// Even if it failed: only that it is over counts.
		this.complete.exceptionally((_) -> null).join();
		this.repeating.lock();
		try {
			if (!this.whole) {
				scan();
			}
		}
		finally {
			List.copyOf(this.skipped).forEach(this::takeOrDiscard);
			this.repeating.unlock();
		}
	}

	private void takeOrDiscard(FileName name) {
		take(name);
		if (this.skipped.contains(name)) {
			this.adoption.discard(name);
			this.skipped.remove(name);
		}
	}

	/**
	 * Looks for a copy that may not have been come across yet.
	 * @param key the key
	 * @return its entry, if there is one
	 * @throws IOException if that cannot be told
	 */
	@Nullable Entry find(Key key) throws IOException {
		if (this.whole) {
			return null;
		}
		this.files.find(key.fileHash()).forEach(this::take);
		return this.index.get(key);
	}

	private void take(FileName name) {
		switch (this.adoption.settle(name)) {
			case SETTLED -> this.skipped.remove(name);
			case UNCERTAIN -> this.skipped.add(name);
		}
	}

}
