package cellar.catalog.resumption;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file that is going to be sent.
 *
 * @param imageId the image it is for, a draft
 * @param fileName its own name, already checked; none means one that follows from the
 * image
 * @param size bytes, already checked
 * @param expectedSha256 what it is expected to be, lower-case hex
 * @param metadata what the client says of it, to be given back as it is; at most 4000
 * characters
 * @param actor who sends it
 */
public record WantedUpload(UUID imageId, @Nullable String fileName, long size, @Nullable String expectedSha256,
		String metadata, String actor) {

}
