package cellar.gateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files of the cache are: in 4096 directories by the hash of their key, so that
 * those of one key are found by looking into a small directory.
 */
public final class CacheDirectory {

	private static final Logger logger = LoggerFactory.getLogger(CacheDirectory.class);

	/** Grows when the form of the files changes; files of other forms are left alone. */
	private static final String FORM = "v2";

	private final SecureRandom random = new SecureRandom();

	private final Set<String> parts = ConcurrentHashMap.newKeySet();

	private final Storage storage;

	private final Path root;

	private CacheDirectory(Storage storage, Path root) {
		this.storage = storage;
		this.root = root;
	}

	/**
	 * Opens a directory, which may be empty or not exist yet. No file in it is looked at.
	 * @param storage the file system
	 * @param directory the directory
	 * @return the directory
	 * @throws IOException if it cannot be made
	 */
	public static CacheDirectory open(Storage storage, Path directory) throws IOException {
		return new CacheDirectory(storage, Files.createDirectories(directory.resolve(FORM)));
	}

	/**
	 * Begins a file that nobody finds before it is saved for the first time.
	 * @param hash of the key
	 * @return the file
	 * @throws IOException if it cannot be made
	 */
	public Part create(KeyHash hash) throws IOException {
		FileName name = new FileName(hash, this.random.nextLong(), 0, 0);
		Path parent = parent(hash);
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
			this.storage.sync(this.root);
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
		this.storage.rename(part(name), path(name));
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
		FileChannel channel = this.storage.open(path(name), StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			return ObjectFile.read(this, name, channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	/**
	 * Looks for the files of a key.
	 * @param hash of the key
	 * @return the names of those that have one
	 * @throws IOException if the directory cannot be read
	 */
	public List<FileName> find(KeyHash hash) throws IOException {
		List<FileName> found = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(parent(hash), hash + ".*")) {
			for (Path file : files) {
				FileName name = FileName.parse(file.getFileName().toString());
				if (name != null) {
					found.add(name);
				}
			}
		}
		catch (NoSuchFileException ex) {
			// There is no file of a key whose directory was never made.
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
		return found;
	}

	/**
	 * Deletes a file. Who has it open can go on with it.
	 * @param name its name
	 * @throws IOException if it may still be there
	 */
	void delete(FileName name) throws IOException {
		if (this.parts.contains(name.part())) {
			delete(part(name));
			this.parts.remove(name.part());
		}
		delete(path(name));
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
			discard(part(name));
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
		this.storage.sync(parent(hash));
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
			this.storage.sync(this.root);
		}
	}

	/**
	 * Lists the directories that files are in.
	 * @return the directories, and what somebody else may have left among them
	 * @throws IOException if they cannot be told
	 */
	public List<Path> directories() throws IOException {
		return list(this.root);
	}

	private static List<Path> list(Path directory) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
			List<Path> list = new ArrayList<>();
			files.forEach(list::add);
			return list;
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Looks at all files of a directory. Those that an earlier process has left
	 * unfinished are deleted; those of others are not touched.
	 * @param directory one of the directories
	 * @param found hears of each finished file
	 * @throws IOException if it cannot be read; then what was not heard of may be there
	 */
	public void scan(Path directory, Consumer<FileName> found) throws IOException {
		try {
			list(directory).forEach((file) -> look(directory, file, found));
		}
		catch (NotDirectoryException | NoSuchFileException ex) {
			// Somebody else has left a file here, or taken a directory away.
		}
	}

	private void look(Path directory, Path file, Consumer<FileName> found) {
		String name = file.getFileName().toString();
		FileName finished = FileName.parse(name);
		if (finished != null && directory.equals(parent(finished.hash()))) {
			found.accept(finished);
		}
		else if (FileName.isPart(name) && !this.parts.contains(name)) {
			discard(file);
		}
	}

	/**
	 * Returns whether a file is gone for good, once deletions are durable.
	 * @param name its name
	 * @return whether there is no such file
	 */
	public boolean isGone(FileName name) {
		return Files.notExists(path(name));
	}

	public long usableBytes() {
		return this.storage.usableBytes(this.root);
	}

	private Path path(FileName name) {
		return parent(name.hash()).resolve(name.toString());
	}

	private Path part(FileName name) {
		return parent(name.hash()).resolve(name.part());
	}

	private Path parent(KeyHash hash) {
		return this.root.resolve(hash.directory());
	}

}
