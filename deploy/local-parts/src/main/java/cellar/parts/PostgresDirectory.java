package cellar.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Where one PostgreSQL keeps its binaries and its data. Each attempt to initialise it
 * gets a data directory of its own, so that an attempt which somebody broke off and which
 * still runs can neither spoil nor remove the next one.
 */
public final class PostgresDirectory {

	private static final String DATA = "data";

	private final Path path;

	private final Path data;

	private PostgresDirectory(Path path, Path data) {
		this.path = path;
		this.data = data;
	}

	/**
	 * Opens a directory and deletes what attempts that broke off left in it.
	 * @param path the directory, created if it is missing
	 * @return the directory, for one start
	 * @throws IOException if it could not be read
	 */
	public static PostgresDirectory open(Path path) throws IOException {
		Files.createDirectories(path);
		PostgresDirectory directory = new PostgresDirectory(path, path.resolve(name(path)));
		directory.deleteOthers();
		return directory;
	}

	private static String name(Path path) throws IOException {
		if (Files.notExists(marker(path))) {
			return DATA + "-" + UUID.randomUUID();
		}
		String name = Files.readString(marker(path)).strip();
		// Directories made before the marker named them.
		return name.isEmpty() ? DATA : name;
	}

	private void deleteOthers() throws IOException {
		try (DirectoryStream<Path> found = Files.newDirectoryStream(this.path, DATA + "*")) {
			for (Path other : found) {
				if (!other.equals(this.data)) {
					deleteIfIdle(other);
				}
			}
		}
	}

	private static void deleteIfIdle(Path other) {
		try {
			Directories.delete(other);
		}
		catch (UncheckedIOException ex) {
			// Somebody still writes there; a later start deletes the rest.
		}
	}

	/**
	 * Returns where the postmaster writes its number before it does anything.
	 * @return a file whose first line is the number
	 */
	public Path pidFile() {
		return this.data.resolve("postmaster.pid");
	}

	Path path() {
		return this.path;
	}

	Path data() {
		return this.data;
	}

	Path binaries() {
		return this.path.resolve("binaries");
	}

	void keepData() throws IOException {
		if (Files.exists(marker(this.path))) {
			return;
		}
		replace(marker(this.path), this.data.getFileName().toString());
	}

	/**
	 * Writes a file whole or not at all, in place of an older one.
	 * @param file the file
	 * @param content what it will hold
	 * @throws IOException if it could not be written
	 */
	static void replace(Path file, String content) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
			channel.force(true);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
	}

	Path passwordFile() {
		return this.path.resolve("password");
	}

	private static Path marker(Path path) {
		return path.resolve("initialised");
	}

}
