package cellar.catalog.download;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.catalog.artifact.ExpectedContent;

/**
 * A file to be fetched for an image.
 *
 * @param importId the import that wants it
 * @param position the place of its entry in the catalog
 * @param imageId the image that it is for
 * @param url where it is, or null if nobody knows
 * @param size how many bytes it is said to have, if that is said
 * @param content what else it is said to be
 * @param actor who wants it
 */
public record WantedFile(UUID importId, int position, UUID imageId, @Nullable URI url, @Nullable Long size,
		ExpectedContent content, String actor) {

}
