package cellar.catalog.upload;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an upload at one moment.
 *
 * @param id the upload
 * @param imageId the image it is for
 * @param key where its object is or will be
 * @param multipartId what the store calls it, once it has begun there
 * @param state what has become of it
 * @param touchedAt when it last showed that it is alive
 */
public record UploadDetails(UUID id, UUID imageId, String key, @Nullable String multipartId, UploadState state,
		Instant touchedAt) {

}
