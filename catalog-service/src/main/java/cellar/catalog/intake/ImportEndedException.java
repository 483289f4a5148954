package cellar.catalog.intake;

import java.util.UUID;

/**
 * Thrown when an import has come to its end, so that nothing is added to it.
 */
public class ImportEndedException extends RuntimeException {

	ImportEndedException(UUID id) {
		super("Import '" + id + "' has come to its end");
	}

}
