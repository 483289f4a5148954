package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the cache. A body and its record share a generation as their name, in one
 * of 256 directories; the record is renamed into place last and goes first, so that a
 * body without one is garbage whatever else happened.
 */
class DiskStore {

	static final String BODY = ".body";

	static final String RECORD = ".record";

	static final String PART = ".part";

	private static final Logger logger = LoggerFactory.getLogger(DiskStore.class);

	private final Path root;

	private final ReadWriteLock removals = new ReentrantReadWriteLock();

	private final Set<Path> unsynced = ConcurrentHashMap.newKeySet();

	DiskStore(Path directory) throws IOException {
		this.root = Files.createDirectories(directory.resolve("v1"));
		for (int i = 0; i < 256; i++) {
			Files.createDirectories(this.root.resolve("%02x".formatted(i)));
		}
		sync(this.root);
	}

	Path root() {
		return this.root;
	}

	String newGeneration() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	FileChannel create(String generation) throws IOException {
		return FileChannel.open(file(generation, BODY + PART), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
	}

	void discard(String generation) {
		delete(file(generation, BODY + PART));
	}

	/**
	 * Turns a body that is complete and on disk into an entry, durably.
	 * @param object the record
	 * @throws IOException if that failed; then there is no entry
	 */
	void commit(StoredObject object) throws IOException {
		Path body = file(object.generation(), BODY);
		Files.move(file(object.generation(), BODY + PART), body, StandardCopyOption.ATOMIC_MOVE);
		try {
			write(object);
		}
		catch (IOException ex) {
			delete(body);
			throw ex;
		}
	}

	/**
	 * Puts a record in the place of an older one, durably.
	 * @param object the record
	 * @throws IOException if that failed; then the older one stands
	 */
	void write(StoredObject object) throws IOException {
		Path record = file(object.generation(), RECORD);
		Path part = file(object.generation(), RECORD + PART);
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(RecordCodec.encode(object));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
		Files.move(part, record, StandardCopyOption.ATOMIC_MOVE);
		sync(directory(object.generation()));
	}

	FileChannel open(StoredObject object) throws IOException {
		return FileChannel.open(file(object.generation(), BODY), StandardOpenOption.READ);
	}

	void delete(StoredObject object) {
		delete(file(object.generation(), RECORD));
		// Not before: a purge that runs beside this would sync too early.
		this.unsynced.add(directory(object.generation()));
		delete(file(object.generation(), BODY));
	}

	/**
	 * Takes entries out of the index and then deletes their files, so that a purge which
	 * finds them in neither can wait for the files to go.
	 * @param change takes them out; {@code null} if it cannot
	 * @return whether it could
	 */
	boolean removing(Supplier<@Nullable List<Entry>> change) {
		this.removals.readLock().lock();
		try {
			List<Entry> removed = change.get();
			if (removed != null) {
				removed.forEach((entry) -> delete(entry.object()));
			}
			return removed != null;
		}
		finally {
			this.removals.readLock().unlock();
		}
	}

	/**
	 * Makes deletions durable, also those that others have begun.
	 * @throws IOException if that failed
	 */
	void syncDeletions() throws IOException {
		this.removals.writeLock().lock();
		try {
			syncDirectories();
		}
		finally {
			this.removals.writeLock().unlock();
		}
	}

	private void syncDirectories() throws IOException {
		for (Path directory : Set.copyOf(this.unsynced)) {
			this.unsynced.remove(directory);
			try {
				sync(directory);
			}
			catch (IOException ex) {
				this.unsynced.add(directory);
				throw ex;
			}
		}
	}

	boolean isGone(StoredObject object) {
		return Files.notExists(file(object.generation(), RECORD));
	}

	long usableBytes() throws IOException {
		return Files.getFileStore(this.root).getUsableSpace();
	}

	private Path file(String generation, String suffix) {
		return directory(generation).resolve(generation + suffix);
	}

	private Path directory(String generation) {
		return this.root.resolve(generation.substring(0, 2));
	}

	static void delete(Path file) {
		try {
			Files.delete(file);
		}
		catch (NoSuchFileException ex) {
			// Somebody was faster, which is as good.
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("file", file).setCause(ex).log("File cannot be deleted");
		}
	}

	private static void sync(Path directory) throws IOException {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

}
