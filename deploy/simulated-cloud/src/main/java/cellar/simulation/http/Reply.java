package cellar.simulation.http;

import java.nio.charset.StandardCharsets;

/**
 * What a caller gets.
 */
public sealed interface Reply {

	/**
	 * Returns a text as an answer.
	 * @param status the HTTP status
	 * @param contentType the media type, whose charset must be UTF-8
	 * @param body the text
	 * @return the answer
	 */
	static Document of(int status, String contentType, String body) {
		return new Document(status, contentType, body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A whole answer.
	 *
	 * @param status the HTTP status
	 * @param contentType the media type
	 * @param body the body, which may be empty
	 */
	record Document(int status, String contentType, byte[] body) implements Reply {
	}

	/**
	 * The connection ends without a byte.
	 */
	record Lost() implements Reply {
	}

}
