package cellar.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * Directories that a part owns and may delete.
 */
public final class Directories {

	private Directories() {
	}

	static Path temporary(String prefix) {
		try {
			return Files.createTempDirectory(prefix);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No temporary directory for " + prefix, ex);
		}
	}

	/**
	 * Deletes a directory and all that is in it; files that vanish meanwhile are no
	 * fault.
	 * @param directory what to delete
	 */
	public static void delete(Path directory) {
		if (Files.notExists(directory)) {
			return;
		}
		try {
			Files.walkFileTree(directory, new Deletion());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not delete " + directory, ex);
		}
	}

	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
			if (failure instanceof NoSuchFileException) {
				return FileVisitResult.CONTINUE;
			}
			throw failure;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
			Files.deleteIfExists(directory);
			return FileVisitResult.CONTINUE;
		}

	}

}
