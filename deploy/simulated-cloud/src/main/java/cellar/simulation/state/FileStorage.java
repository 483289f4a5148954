package cellar.simulation.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One file for each record. A file is written under another name and forced to disk
 * before it takes its place.
 */
final class FileStorage implements Storage {

	private static final String SUFFIX = ".json";

	private static final String TEMPORARY_SUFFIX = ".tmp";

	private static final Set<OpenOption> OVERWRITE = Set.of(StandardOpenOption.CREATE,
			StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

	// User data may tell secrets to the guest.
	private static final FileAttribute<?>[] OWNER_ONLY = FileSystems.getDefault()
		.supportedFileAttributeViews()
		.contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];

	private final Path directory;

	FileStorage(Path directory) {
		this.directory = directory;
	}

	@Override
	public Map<String, byte[]> load() {
		Map<String, byte[]> contents = new TreeMap<>();
		try {
			Files.createDirectories(this.directory);
			try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory)) {
				for (Path file : files) {
					String name = file.getFileName().toString();
					if (name.endsWith(TEMPORARY_SUFFIX)) {
						Files.delete(file);
					}
					else if (name.endsWith(SUFFIX)) {
						contents.put(idOf(name), Files.readAllBytes(file));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.directory, ex);
		}
		return contents;
	}

	@Override
	public void write(String id, byte[] content) {
		Path file = file(id);
		Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY_SUFFIX);
		try {
			try (FileChannel channel = FileChannel.open(temporary, OVERWRITE, OWNER_ONLY)) {
				ByteBuffer buffer = ByteBuffer.wrap(content);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				channel.force(true);
			}
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
			forceDirectory();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

	@Override
	public void delete(String id) {
		try {
			Files.deleteIfExists(file(id));
			forceDirectory();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + file(id), ex);
		}
	}

	// Without this a rename or a removal may be undone by a power cut.
	private void forceDirectory() throws IOException {
		try (FileChannel channel = FileChannel.open(this.directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	private Path file(String id) {
		return this.directory.resolve(URLEncoder.encode(id, StandardCharsets.UTF_8) + SUFFIX);
	}

	private static String idOf(String name) {
		return URLDecoder.decode(name.substring(0, name.length() - SUFFIX.length()), StandardCharsets.UTF_8);
	}

}
