package cellar.catalog.intake;

import java.util.UUID;

/**
 * Thrown when there is no such import.
 */
class ImportNotFoundException extends RuntimeException {

	ImportNotFoundException(UUID id) {
		super("Import '" + id + "' not found");
	}

}
