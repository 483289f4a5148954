package cellar.catalog.snapshot;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.library.Life;

/**
 * An image as it was when a publication was frozen.
 *
 * @param id the image
 * @param about what is said of it; rows keep its fields beside the others
 * @param eustoreName its ten-digit name
 * @param releasedAt when it was made
 * @param stamp what eustore shows of that time
 * @param state where it stood in its life
 * @param life its successor and the dates of its steps; rows keep them beside the others
 * @param key the artifact in the images bucket
 * @param url the artifact relative to the catalog
 * @param size bytes of the artifact
 * @param sha256 of the artifact, lower-case hex
 * @param md5 of the artifact, lower-case hex
 */
public record SnapshotImage(UUID id, @JsonUnwrapped ImageDescription about, String eustoreName, Instant releasedAt,
		String stamp, String state, @JsonUnwrapped Life life, String key, String url, long size, String sha256,
		String md5) {

	/**
	 * Returns how the image is called.
	 * @return the readable name
	 */
	public String name() {
		return this.about.name();
	}

}
