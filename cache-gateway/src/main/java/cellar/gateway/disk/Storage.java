package cellar.gateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What the cache asks of a file system. Disks fail in ways that no real one can be told
 * to, so this is the place where a test can.
 */
public interface Storage {

	/** The file system that this machine has. */
	Storage LOCAL = new Storage() {
	};

	default FileChannel open(Path file, OpenOption... options) throws IOException {
		return FileChannel.open(file, options);
	}

	default void rename(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
	}

	default void delete(Path file) throws IOException {
		Files.delete(file);
	}

	/**
	 * Makes the names in a directory durable.
	 * @param directory the directory
	 * @throws IOException if that failed
	 */
	default void sync(Path directory) throws IOException {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	/**
	 * Returns how much can still be written.
	 * @param directory where
	 * @return bytes, 0 also where that is unknown
	 */
	default long usableBytes(Path directory) {
		// A FileStore would be looked up in the table of mounts, each time.
		return directory.toFile().getUsableSpace();
	}

}
