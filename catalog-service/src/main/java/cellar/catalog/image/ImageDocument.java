package cellar.catalog.image;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import cellar.catalog.access.UnpublishedAccess;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageState;
import cellar.catalog.library.Life;
import cellar.common.access.Caller;

/**
 * An image as callers see it: the body of answers, and nothing that other code works
 * with.
 *
 * @param id the image
 * @param about what is said of it; its fields stand beside the others
 * @param state where it stands in its life
 * @param life its successor and the dates of its steps; they stand beside the others
 * @param artifact its file, once that is there
 * @param origin what another catalog said, if it came from one; strangers are not told
 * @param releasedAt when it was made
 * @param stamp what eustore shows of that time
 * @param createdAt when it was added here
 * @param updatedAt when it last changed here
 */
public record ImageDocument(UUID id, @JsonUnwrapped ImageDescription about, ImageState state, @JsonUnwrapped Life life,
		@Nullable ArtifactDocument artifact, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin origin,
		Instant releasedAt, String stamp, Instant createdAt, Instant updatedAt) {

	/**
	 * Renders an image.
	 * @param image the image
	 * @param caller who asks
	 * @return what they may see of it
	 */
	public static ImageDocument of(ImageDetails image, Caller caller) {
		ArtifactDetails artifact = image.artifact();
		return new ImageDocument(image.id(), image.about(), image.state(), image.life(),
				(artifact != null) ? ArtifactDocument.of(artifact) : null,
				UnpublishedAccess.isGrantedTo(caller) ? image.release().origin() : null, image.release().date(),
				image.release().stamp(), image.createdAt(), image.updatedAt());
	}

	/**
	 * The file of the image, as callers see it.
	 *
	 * @param url relative to the catalog
	 * @param size bytes
	 * @param sha256 lower-case hex
	 * @param md5 lower-case hex
	 * @param eustoreName the number that eustore clients know it by
	 */
	public record ArtifactDocument(String url, long size, String sha256, String md5, String eustoreName) {

		static ArtifactDocument of(ArtifactDetails artifact) {
			return new ArtifactDocument(artifact.url(), artifact.size(), artifact.sha256(), artifact.md5(),
					artifact.eustoreName().value());
		}

	}

}
