package cellar.catalog.image;

import java.util.UUID;

/**
 * Thrown when there is no such image, or the caller may not know of it.
 */
public class ImageNotFoundException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param id the image asked for
	 */
	public ImageNotFoundException(UUID id) {
		super("Image '" + id + "' not found");
	}

}
