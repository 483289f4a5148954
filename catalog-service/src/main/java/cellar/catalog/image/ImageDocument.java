package cellar.catalog.image;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.common.access.Caller;

/**
 * An image as callers see it.
 *
 * @param id the image
 * @param about what is said of it; its fields stand beside the others
 * @param state where it stands in its life
 * @param artifact its file, once that is there
 * @param origin what another catalog said, if it came from one
 * @param releasedAt when it was made
 * @param stamp what eustore shows of that time
 * @param createdAt when it was added here
 * @param updatedAt when it last changed here
 * @param rowVersion grows with each change
 */
public record ImageDocument(UUID id, @JsonUnwrapped ImageDescription about, ImageState state,
		@Nullable ArtifactDocument artifact, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin origin,
		Instant releasedAt, String stamp, Instant createdAt, Instant updatedAt, @JsonIgnore long rowVersion) {

	static ImageDocument of(Image image, String bucket) {
		Release release = image.release();
		Artifact artifact = image.artifact();
		return new ImageDocument(image.getId(), image.about(), image.state(),
				(artifact != null) ? ArtifactDocument.of(artifact, bucket) : null, release.origin(), release.date(),
				release.stamp(), image.createdAt(), image.updatedAt(), image.rowVersion());
	}

	/**
	 * Returns how the image is called.
	 * @return the readable name
	 */
	public String name() {
		return this.about.name();
	}

	/**
	 * Returns what a caller may see: strangers are not told what others said of an image.
	 * @param caller who asks
	 * @return the image with or without its origin
	 */
	ImageDocument visibleTo(Caller caller) {
		return Unpublished.isVisibleTo(caller) ? this : new ImageDocument(this.id, this.about, this.state,
				this.artifact, null, this.releasedAt, this.stamp, this.createdAt, this.updatedAt, this.rowVersion);
	}

	/**
	 * Returns what <code>If-Match</code> must say to change the image as it is.
	 * @return a strong entity tag
	 */
	@JsonIgnore
	public String etag() {
		return "\"" + this.rowVersion + "\"";
	}

	boolean hasSameFile(ImageDocument other) {
		return name().equals(other.name()) && Objects.equals(this.artifact, other.artifact);
	}

	/**
	 * The file of the image, as callers see it.
	 *
	 * @param url relative to the catalog
	 * @param key in the images bucket
	 * @param size bytes
	 * @param sha256 lower-case hex
	 * @param md5 lower-case hex
	 * @param eustoreName the number that eustore clients know it by
	 */
	public record ArtifactDocument(String url, @JsonIgnore String key, long size, String sha256, String md5,
			String eustoreName) {

		static ArtifactDocument of(Artifact artifact, String bucket) {
			return new ArtifactDocument(bucket + "/" + artifact.key(), artifact.key(), artifact.size(),
					artifact.sha256(), artifact.md5(), artifact.eustoreName().value());
		}

	}

}
