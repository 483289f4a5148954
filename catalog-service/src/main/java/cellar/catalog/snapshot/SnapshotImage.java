package cellar.catalog.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An image as it was when a publication was frozen.
 *
 * @param id the image
 * @param name its readable name
 * @param eustoreName its ten-digit name
 * @param key the artifact in the images bucket
 * @param url the artifact relative to the catalog
 */
public record SnapshotImage(UUID id, String name, String eustoreName, String os, String architecture, String version,
		String description, List<String> hypervisors, String virtualizationType, boolean singleKernel, String recipe,
		String contact, @Nullable String loginUser, Instant releasedAt, String stamp, String state, String key,
		String url, long size, String sha256, String md5) {

}
