package cellar.gateway.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process out of a directory, whose unfinished files it would take for
 * leftovers. The system lets go of it when this process dies.
 */
final class DirectoryLock implements AutoCloseable {

	private final FileChannel channel;

	private DirectoryLock(FileChannel channel) {
		this.channel = channel;
	}

	static DirectoryLock take(Path directory) throws IOException {
		Path file = Files.createDirectories(directory).resolve("lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			if (channel.tryLock() != null) {
				return new DirectoryLock(channel);
			}
		}
		catch (OverlappingFileLockException ex) {
			// Held within this process, which is no different.
		}
		channel.close();
		throw new IllegalStateException("Cache directory '%s' is in use by another gateway".formatted(directory));
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
