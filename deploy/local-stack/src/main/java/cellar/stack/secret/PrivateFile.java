package cellar.stack.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read or write, at no moment anybody else.
 */
public final class PrivateFile {

	private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private PrivateFile() {
	}

	/**
	 * Writes a file whole or not at all, in place of an older one.
	 * @param file the file
	 * @param content what it will hold
	 * @throws IOException if it could not be written
	 */
	public static void write(Path file, String content) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(fresh);
		try (FileChannel channel = FileChannel.open(fresh,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
			ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Creates a directory that only its owner may look into, unless it exists.
	 * @param directory the directory
	 * @throws IOException if it could not be created
	 */
	public static void createDirectory(Path directory) throws IOException {
		if (Files.notExists(directory)) {
			Path parent = directory.toAbsolutePath().getParent();
			Files.createDirectories(parent);
			Files.createDirectory(directory, OWNER_ONLY_DIRECTORY);
		}
	}

}
