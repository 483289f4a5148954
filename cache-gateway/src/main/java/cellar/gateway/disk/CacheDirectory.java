package cellar.gateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the cache, in which files are begun, named, opened and deleted.
 */
public final class CacheDirectory {

	private static final Logger logger = LoggerFactory.getLogger(CacheDirectory.class);

	private final SecureRandom random = new SecureRandom();

	private final Set<String> parts = ConcurrentHashMap.newKeySet();

	private final Storage storage;

	private final Layout layout;

	private CacheDirectory(Storage storage, Layout layout) {
		this.storage = storage;
		this.layout = layout;
	}

	/**
	 * Opens a directory, which may be empty or not exist yet. No file in it is looked at.
	 * @param storage the file system
	 * @param directory the directory
	 * @return the directory
	 * @throws IOException if it cannot be made
	 */
	public static CacheDirectory open(Storage storage, Path directory) throws IOException {
		return new CacheDirectory(storage, new Layout(Files.createDirectories(Layout.in(directory).root())));
	}

	/**
	 * Begins a file that nobody finds before it is saved for the first time.
	 * @param hash of the key
	 * @return the file
	 * @throws IOException if it cannot be made
	 */
	public Part create(KeyHash hash) throws IOException {
		FileName name = new FileName(hash, this.random.nextLong(), 0, 0);
		Path parent = this.layout.parent(hash);
		makeDirectory(parent);
		// First, so that a scan which meets the file knows whose it is.
		this.parts.add(name.part());
		try {
			FileChannel channel = this.storage.open(parent.resolve(name.part()), StandardOpenOption.CREATE_NEW,
					StandardOpenOption.READ, StandardOpenOption.WRITE);
			return new Part(this, hash, name.generation(), new LeasedChannel(channel));
		}
		catch (IOException ex) {
			this.parts.remove(name.part());
			throw ex;
		}
	}

	private void makeDirectory(Path directory) throws IOException {
		try {
			Files.createDirectory(directory);
			this.storage.sync(this.layout.root());
		}
		catch (FileAlreadyExistsException ex) {
			// Which is what was wanted.
		}
	}

	/**
	 * Gives a file its name, which is not durable yet.
	 * @param name the name
	 * @throws IOException if that failed
	 */
	void rename(FileName name) throws IOException {
		this.storage.rename(this.layout.part(name), this.layout.path(name));
		this.parts.remove(name.part());
	}

	/**
	 * Opens a file.
	 * @param name its name
	 * @return the file, leased to the caller, and its content
	 * @throws NoSuchFileException if there is none
	 * @throws DamagedFileException if it is not what its name says
	 * @throws UnreadableFileException if the disk does not give back what it says
	 * @throws IOException if it cannot be opened just now
	 */
	public ObjectFile.Found open(FileName name) throws IOException {
		FileChannel channel = this.storage.open(this.layout.path(name), StandardOpenOption.READ,
				StandardOpenOption.WRITE);
		try {
			return ObjectFile.read(this, name, channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	/**
	 * Returns what looks for files.
	 * @return a view of the directory, which reads nothing by itself
	 */
	public DirectoryScan scan() {
		return new DirectoryScan(this.layout, this.parts::contains, this::discard);
	}

	/**
	 * Deletes a file. Who has it open can go on with it.
	 * @param name its name
	 * @throws IOException if it may still be there
	 */
	void delete(FileName name) throws IOException {
		if (this.parts.contains(name.part())) {
			delete(this.layout.part(name));
			this.parts.remove(name.part());
		}
		delete(this.layout.path(name));
	}

	private void delete(Path file) throws IOException {
		try {
			this.storage.delete(file);
		}
		catch (NoSuchFileException ex) {
			// Somebody was faster, which is as good.
		}
	}

	/**
	 * Deletes a file that was never finished. If that fails, the next start will do it.
	 * @param name what it would have been called
	 */
	void discard(FileName name) {
		if (this.parts.remove(name.part())) {
			discard(this.layout.part(name));
		}
	}

	private void discard(Path file) {
		try {
			delete(file);
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("file", file).setCause(ex).log("File cannot be deleted");
		}
	}

	/**
	 * Makes durable which files a directory has, and which it has no longer.
	 * @param hash of a key whose files are in it
	 * @throws IOException if that failed
	 */
	void sync(KeyHash hash) throws IOException {
		this.storage.sync(this.layout.parent(hash));
	}

	/**
	 * Makes durable which files a directory has no longer.
	 * @param hash of a key whose files were in it
	 * @throws IOException if that failed
	 */
	void syncDeletions(KeyHash hash) throws IOException {
		try {
			sync(hash);
		}
		catch (NoSuchFileException ex) {
			// Somebody took all of it away, which has to last as well.
			this.storage.sync(this.layout.root());
		}
	}

	/**
	 * Returns whether a file is gone for good, once deletions are durable.
	 * @param name its name
	 * @return whether there is no such file
	 */
	public boolean isGone(FileName name) {
		return Files.notExists(this.layout.path(name));
	}

	public long usableBytes() {
		return this.storage.usableBytes(this.layout.root());
	}

}
