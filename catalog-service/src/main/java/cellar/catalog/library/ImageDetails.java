package cellar.catalog.library;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Release;

/**
 * All that the catalog knows of an image at one moment.
 *
 * @param id the image
 * @param about what is said of it
 * @param state where it stands in its life
 * @param life what happened to it since it was offered
 * @param artifact its file, once that is there
 * @param release when it was made, and where it came from
 * @param createdAt when it was added here
 * @param updatedAt when it last changed here
 * @param revision grows with each change
 */
public record ImageDetails(UUID id, ImageDescription about, ImageState state, Life life,
		@Nullable ArtifactDetails artifact, Release release, Instant createdAt, Instant updatedAt, long revision) {

	static ImageDetails of(Image image, String bucket) {
		Artifact artifact = image.artifact();
		return new ImageDetails(image.getId(), image.about(), image.state(), image.life(),
				(artifact != null) ? ArtifactDetails.of(artifact, bucket) : null, image.release(), image.createdAt(),
				image.updatedAt(), image.rowVersion());
	}

	/**
	 * Returns how the image is called.
	 * @return the readable name
	 */
	public String name() {
		return this.about.name();
	}

	boolean hasSameFile(ImageDetails other) {
		return name().equals(other.name()) && Objects.equals(this.artifact, other.artifact);
	}

}
