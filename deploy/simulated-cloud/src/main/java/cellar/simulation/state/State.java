package cellar.simulation.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Everything that the cloud remembers, for one caller at a time.
 */
public final class State implements AutoCloseable {

	private final @Nullable Path directory;

	private final @Nullable FileChannel lockFile;

	private final ReentrantLock lock = new ReentrantLock();

	private final List<Records<?>> records = new ArrayList<>();

	private State(@Nullable Path directory, @Nullable FileChannel lockFile) {
		this.directory = directory;
		this.lockFile = lockFile;
	}

	/**
	 * Opens the state in a directory, which no other process may use at the same time, or
	 * in memory where there is none.
	 * @param directory the directory, or null
	 * @return the state
	 */
	public static State in(@Nullable Path directory) {
		return (directory != null) ? new State(directory, lock(directory)) : new State(null, null);
	}

	/**
	 * Opens all records of one kind and reads what is kept of them.
	 * @param name the directory of their own
	 * @param type the kind, which Jackson must be able to read and write
	 * @param <T> the kind
	 * @return the records
	 * @throws IllegalStateException if one of them is damaged; the message names it
	 * @throws UncheckedIOException if the directory cannot be read
	 */
	public <T> Records<T> records(String name, Class<T> type) {
		Storage storage = (this.directory != null) ? new FileStorage(this.directory.resolve(name)) : Storage.NONE;
		Records<T> opened = new Records<>(type, storage);
		this.records.add(opened);
		return opened;
	}

	/**
	 * Does something while nobody else reads or changes records.
	 * @param work what to do; it may call this again
	 * @param <T> what comes of it
	 * @return what comes of it
	 */
	public <T> T exclusively(Supplier<T> work) {
		this.lock.lock();
		try {
			return work.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Does something of which nothing comes, while nobody else reads or changes records.
	 * @param work what to do; it may call this again
	 */
	public void exclusively(Runnable work) {
		this.lock.lock();
		try {
			work.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Forgets all records.
	 */
	public void clear() {
		exclusively(() -> this.records.forEach(Records::clear));
	}

	private static FileChannel lock(Path directory) {
		try {
			Files.createDirectories(directory);
			FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (isLocked(channel)) {
				return channel;
			}
			channel.close();
			throw new IllegalStateException("Another simulated cloud uses " + directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use " + directory, ex);
		}
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		try {
			if (this.lockFile != null) {
				this.lockFile.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
