package cellar.catalog.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file that a client is sending.
 *
 * @param imageId the image it is for
 * @param fileName its own name; none means one that follows from the image
 * @param size how many bytes the client promises
 * @param expected what the client expects it to be
 * @param body where the bytes come from; opened when they are wanted
 * @param actor who sends it
 */
record IncomingFile(UUID imageId, @Nullable String fileName, long size, ExpectedContent expected, Body body,
		String actor) {

	IncomingFile(UUID imageId, @Nullable String fileName, long size, @Nullable String expectedSha256, Body body,
			String actor) {
		this(imageId, fileName, size, ExpectedContent.ofSha256(expectedSha256), body, actor);
	}

	/**
	 * Opens the body of a request.
	 */
	@FunctionalInterface
	interface Body {

		InputStream open() throws IOException;

	}

}
