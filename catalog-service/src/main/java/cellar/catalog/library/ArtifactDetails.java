package cellar.catalog.library;

import cellar.common.catalog.EustoreName;

/**
 * The file of an image, and where clients find it.
 *
 * @param key its key in the images bucket
 * @param url relative to the catalog
 * @param size bytes
 * @param sha256 lower-case hex
 * @param md5 lower-case hex
 * @param eustoreName the number that eustore clients know it by
 */
public record ArtifactDetails(String key, String url, long size, String sha256, String md5, EustoreName eustoreName) {

	static ArtifactDetails of(Artifact artifact, String bucket) {
		return new ArtifactDetails(artifact.key(), bucket + "/" + artifact.key(), artifact.size(), artifact.sha256(),
				artifact.md5(), artifact.eustoreName());
	}

}
