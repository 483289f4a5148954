package cellar.catalog.image;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.common.access.Caller;

/**
 * An image as callers see it.
 */
public record ImageDocument(UUID id, String name, String os, String architecture, String version, String description,
		List<String> hypervisors, String virtualizationType, boolean singleKernel, String recipe, String contact,
		@Nullable String loginUser, ImageState state, @Nullable ArtifactDocument artifact,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin origin, Instant releasedAt, String stamp,
		Instant createdAt, Instant updatedAt, @JsonIgnore long rowVersion) {

	static ImageDocument of(Image image, String bucket) {
		ImageDescription content = image.content();
		Release release = image.release();
		Artifact artifact = image.artifact();
		return new ImageDocument(image.getId(), content.name(), content.os(), content.architecture(), content.version(),
				content.description(), content.hypervisors(), content.virtualizationType(), content.singleKernel(),
				content.recipe(), content.contact(), content.loginUser(), image.state(),
				(artifact != null) ? ArtifactDocument.of(artifact, bucket) : null, release.origin(), release.date(),
				release.stamp(), image.createdAt(), image.updatedAt(), image.rowVersion());
	}

	/**
	 * Returns what a caller may see: strangers are not told what others said of an image.
	 * @param caller who asks
	 * @return the image with or without its origin
	 */
	ImageDocument visibleTo(Caller caller) {
		return Insiders.include(caller) ? this
				: new ImageDocument(this.id, this.name, this.os, this.architecture, this.version, this.description,
						this.hypervisors, this.virtualizationType, this.singleKernel, this.recipe, this.contact,
						this.loginUser, this.state, this.artifact, null, this.releasedAt, this.stamp, this.createdAt,
						this.updatedAt, this.rowVersion);
	}

	@JsonIgnore
	String etag() {
		return "\"" + this.rowVersion + "\"";
	}

	boolean hasSameFile(ImageDocument other) {
		return this.name.equals(other.name) && Objects.equals(this.artifact, other.artifact);
	}

	/**
	 * The file of the image, as callers see it.
	 *
	 * @param url relative to the catalog
	 * @param key in the images bucket
	 */
	public record ArtifactDocument(String url, @JsonIgnore String key, long size, String sha256, String md5,
			String eustoreName) {

		static ArtifactDocument of(Artifact artifact, String bucket) {
			return new ArtifactDocument(bucket + "/" + artifact.key(), artifact.key(), artifact.size(),
					artifact.sha256(), artifact.md5(), artifact.eustoreName().value());
		}

	}

}
