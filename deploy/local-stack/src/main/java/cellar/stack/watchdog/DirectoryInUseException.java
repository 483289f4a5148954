package cellar.stack.watchdog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Thrown when another launcher holds the data directory.
 */
public final class DirectoryInUseException extends RuntimeException {

	DirectoryInUseException(Path directory, Optional<String> holder) {
		super("Another local stack%s already runs on '%s'; stop it, or use another directory by %s".formatted(
				holder.map((pid) -> " (process " + pid + ")").orElse(""), directory.toAbsolutePath().getParent(),
				"-Dcellar.stack.data-directory=DIRECTORY"));
	}

}
