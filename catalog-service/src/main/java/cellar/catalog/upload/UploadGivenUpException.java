package cellar.catalog.upload;

import java.util.UUID;

/**
 * Thrown when an upload was silent for so long that it was taken for dead.
 */
public class UploadGivenUpException extends RuntimeException {

	UploadGivenUpException(UUID id) {
		super("Upload '" + id + "' was silent for too long and was given up");
	}

}
