package cellar.catalog.library;

import java.util.UUID;

/**
 * Thrown when there is no such image, or the caller may not know of it.
 */
public class ImageNotFoundException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param id the image that there is not, or that may not be seen
	 */
	public ImageNotFoundException(UUID id) {
		super("Image '" + id + "' not found");
	}

}
