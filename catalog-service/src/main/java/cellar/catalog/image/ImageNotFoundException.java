package cellar.catalog.image;

import java.util.UUID;

/**
 * Thrown when there is no such image, or the caller may not know of it.
 */
class ImageNotFoundException extends RuntimeException {

	ImageNotFoundException(UUID id) {
		super("Image '" + id + "' not found");
	}

}
