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
 * @param afterWithdrawal whether it may be what was withdrawn before
 */
record IncomingFile(UUID imageId, @Nullable String fileName, long size, ExpectedContent expected, Body body,
		String actor, boolean afterWithdrawal) {

	/**
	 * Opens the body of a request.
	 */
	@FunctionalInterface
	interface Body {

		InputStream open() throws IOException;

	}

}
