package cellar.simulation.http;

import java.nio.charset.StandardCharsets;

/**
 * What a caller gets.
 */
public sealed interface Reply {

	static Document of(int status, String contentType, String body) {
		return new Document(status, contentType, body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A whole answer.
	 */
	record Document(int status, String contentType, byte[] body) implements Reply {
	}

	/**
	 * The connection ends without a byte.
	 */
	record Lost() implements Reply {
	}

}
