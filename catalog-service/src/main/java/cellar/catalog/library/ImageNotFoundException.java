package cellar.catalog.library;

import java.util.UUID;

/**
 * Thrown when there is no such image, or the caller may not know of it.
 */
public class ImageNotFoundException extends RuntimeException {

	ImageNotFoundException(UUID id) {
		super("Image '" + id + "' not found");
	}

}
