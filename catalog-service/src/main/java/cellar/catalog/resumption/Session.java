package cellar.catalog.resumption;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What has arrived of an upload at one moment.
 *
 * @param uploadId the upload
 * @param size bytes of the whole file
 * @param partSize bytes of each part but the last
 * @param position bytes that are safe
 * @param nextPart the number of the next part
 * @param expectedSha256 what the client expects it to be
 * @param replacedKey the object that the image named when the upload began
 * @param metadata what the client said of it
 * @param failure why it came to nothing
 */
record Session(UUID uploadId, long size, int partSize, long position, int nextPart, @Nullable String expectedSha256,
		@Nullable String replacedKey, String metadata, @Nullable String failure) {

	boolean isWhole() {
		return this.position == this.size;
	}

}
