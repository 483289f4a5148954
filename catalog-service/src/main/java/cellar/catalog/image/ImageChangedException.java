package cellar.catalog.image;

import java.util.UUID;

/**
 * Thrown when an image is not what a change was meant for.
 */
class ImageChangedException extends RuntimeException {

	private final long revision;

	ImageChangedException(UUID imageId, long revision) {
		super("Image '" + imageId + "' has changed and has revision " + revision + " now");
		this.revision = revision;
	}

	long revision() {
		return this.revision;
	}

}
