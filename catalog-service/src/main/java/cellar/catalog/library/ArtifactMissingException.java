package cellar.catalog.library;

import java.util.UUID;

/**
 * Thrown when an image cannot be offered because it has no artifact yet.
 */
public class ArtifactMissingException extends RuntimeException {

	private final UUID imageId;

	ArtifactMissingException(UUID imageId) {
		super("Image '" + imageId + "' has no artifact");
		this.imageId = imageId;
	}

	/**
	 * Returns which image.
	 * @return the image
	 */
	public UUID imageId() {
		return this.imageId;
	}

}
