package cellar.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that hold a secret.
 */
final class PrivateFiles {

	private PrivateFiles() {
	}

	// Nobody else may read it, not even for the moment before it is written.
	static void createAnew(Path file) throws IOException {
		Files.deleteIfExists(file);
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
	}

}
