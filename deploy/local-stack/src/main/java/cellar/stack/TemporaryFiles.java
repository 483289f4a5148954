package cellar.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that a run leaves behind if it is killed.
 */
final class TemporaryFiles {

	private TemporaryFiles() {
	}

	static void delete(Path directory) throws IOException {
		if (Files.notExists(directory)) {
			return;
		}
		List<Path> deepestFirst;
		try (Stream<Path> files = Files.walk(directory)) {
			deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path file : deepestFirst) {
			Files.deleteIfExists(file);
		}
	}

}
