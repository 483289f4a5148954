package cellar.stack.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Symbolic links from where a part insists on writing to where we want it.
 */
final class Links {

	private Links() {
	}

	static void put(Path link, Path target) throws IOException {
		Path relative = link.toAbsolutePath().resolveSibling("").relativize(target.toAbsolutePath());
		if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(relative)) {
			return;
		}
		Files.deleteIfExists(link);
		Files.createSymbolicLink(link, relative);
	}

}
