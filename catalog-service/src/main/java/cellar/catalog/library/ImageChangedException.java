package cellar.catalog.library;

import java.util.UUID;

/**
 * Thrown when an image is not what a change was meant for.
 */
public class ImageChangedException extends RuntimeException {

	private final long revision;

	ImageChangedException(UUID imageId, long revision) {
		super("Image '" + imageId + "' has changed and has revision " + revision + " now");
		this.revision = revision;
	}

	/**
	 * Returns what the image is now.
	 * @return its revision
	 */
	public long revision() {
		return this.revision;
	}

}
