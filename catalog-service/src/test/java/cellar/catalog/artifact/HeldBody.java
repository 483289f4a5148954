package cellar.catalog.artifact;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.SubmissionPublisher;

import org.awaitility.Awaitility;

/**
 * The body of a request that leaves only as far as it is let go.
 */
class HeldBody {

	private final SubmissionPublisher<ByteBuffer> pieces = new SubmissionPublisher<>();

	private final byte[] content;

	private int sent;

	HeldBody(byte[] content) {
		this.content = content;
	}

	byte[] content() {
		return this.content;
	}

	BodyPublisher publisher() {
		return BodyPublishers.fromPublisher(this.pieces, this.content.length);
	}

	void sendAllButTheLastByte() {
		Awaitility.await().until(this.pieces::hasSubscribers);
		send(this.content.length - 1);
	}

	void sendTheRest() {
		send(this.content.length);
		this.pieces.close();
	}

	private void send(int end) {
		this.pieces.submit(ByteBuffer.wrap(this.content, this.sent, end - this.sent).slice());
		this.sent = end;
	}

}
