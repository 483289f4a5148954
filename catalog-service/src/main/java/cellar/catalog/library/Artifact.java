package cellar.catalog.library;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import cellar.common.catalog.EustoreName;

/**
 * The file of an image, whole in the store.
 *
 * @param uploadId the upload that brought it
 * @param key its key in the images bucket, never used before or again
 * @param size bytes
 * @param sha256 lower-case hex
 * @param md5 lower-case hex
 */
@Embeddable
public record Artifact(@Column(name = "artifact_upload_id") UUID uploadId, @Column(name = "artifact_key") String key,
		@Column(name = "artifact_size") Long size, @Column(name = "artifact_sha256") String sha256,
		@Column(name = "artifact_md5") String md5) {

	/**
	 * Returns the number that eustore clients know this content by.
	 * @return the number
	 */
	public EustoreName eustoreName() {
		return EustoreName.ofMd5(this.md5);
	}

}
