package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.DamagedFileException;
import cellar.gateway.disk.Deletions;
import cellar.gateway.disk.FileName;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.head.Head;
import cellar.gateway.head.HeadCodec;
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

	/** One for all entries of a route. */
	private final Map<Key.Space, Key.Space> spaces = new ConcurrentHashMap<>();

	private volatile boolean listed;

	private volatile boolean whole;

	private final AtomicInteger dropped = new AtomicInteger();

	private final CacheDirectory directory;

	private final Index index;

	private final Deletions deletions;

	private final Shelf shelf;

	Recovery(CacheDirectory directory, Index index, Deletions deletions, Shelf shelf) {
		this.directory = directory;
		this.index = index;
		this.deletions = deletions;
		this.shelf = shelf;
	}

	/** Looks at all files. */
	void run() {
		try {
			scan();
			logger.atInfo()
				.addKeyValue("entries", this.index.figures().entries())
				.addKeyValue("dropped", this.dropped)
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
			this.unread.addAll(this.directory.directories());
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
			this.directory.scan(each, this::take);
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
		this.complete.handle((_, _) -> this.whole).join();
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
			discard(name, null);
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
		this.directory.find(key.fileHash()).forEach(this::take);
		return this.index.get(key);
	}

	private void take(FileName name) {
		if (settle(name)) {
			this.skipped.remove(name);
		}
		else {
			this.skipped.add(name);
		}
	}

	/**
	 * Takes over a file, or deletes it if it is of no use.
	 * @param name its name
	 * @return {@code false} if it cannot be told just now which of both is right
	 */
	private boolean settle(FileName name) {
		ObjectFile.Found found;
		Head head;
		try {
			found = this.directory.open(name);
			found.file().channel().release();
			head = decode(name, found);
		}
		catch (NoSuchFileException ex) {
			return true;
		}
		catch (DamagedFileException ex) {
			discard(name, ex);
			return true;
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("file", name).setCause(ex).log("Cache file cannot be read");
			return false;
		}
		Key key = head.key().within(this.spaces.computeIfAbsent(head.key().space(), Function.identity()));
		return offer(new Entry(key, name, found.file().footprint()), head);
	}

	private static Head decode(FileName name, ObjectFile.Found found) throws DamagedFileException {
		try {
			Head head = HeadCodec.decode(found.content());
			if (head.key().fileHash().equals(name.hash())) {
				return head;
			}
		}
		catch (IOException ex) {
			// It is no head of ours.
		}
		throw new DamagedFileException("The file is that of another object");
	}

	// A crash may leave two versions of an object: the newer one counts.
	private boolean offer(Entry entry, Head head) {
		while (!this.deletions.unlessGone(entry.file(), () -> this.index.restore(entry))) {
			Entry other = this.index.get(entry.key());
			if (this.deletions.isGone(entry.file()) || (other != null && other.file().equals(entry.file()))) {
				return true;
			}
			Head known = (other != null) ? this.shelf.describe(other) : null;
			if (other != null && known == null) {
				// Which of them is the newer one cannot be told just now.
				return false;
			}
			if (known != null && !known.receivedAt().isBefore(head.receivedAt())) {
				discard(entry.file(), null);
				return true;
			}
			if (other != null) {
				this.shelf.drop(other);
			}
		}
		return true;
	}

	private void discard(FileName name, @Nullable IOException cause) {
		logger.atInfo().addKeyValue("file", name).addKeyValue("cause", cause).log("Cache file dropped");
		this.deletions.delete(() -> List.of(name));
		this.dropped.incrementAndGet();
	}

}
