package cellar.catalog.image;

import java.util.UUID;

/**
 * Thrown when an image cannot be offered because it has no artifact yet.
 */
class ArtifactMissingException extends RuntimeException {

	private final UUID imageId;

	ArtifactMissingException(UUID imageId) {
		super("Image '" + imageId + "' has no artifact");
		this.imageId = imageId;
	}

	UUID imageId() {
		return this.imageId;
	}

}
