package cellar.gateway.sending;

import java.nio.ByteBuffer;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * Sends bytes from memory on the event loop in parts, each after the one before has left:
 * TLS encrypts all that it is given at once, however slowly the client takes it. A client
 * is trusted with as much at once as it has taken before, up to a limit: what the kernel
 * has taken for it counts as well, which may be megabytes.
 */
public final class MemorySender {

	/** One record of TLS. */
	private static final int FIRST = 16 * 1024;

	private static final int MOST = 64 * 1024;

	private final Promise<Void> sent = Promise.promise();

	private final HttpServerResponse response;

	private final ByteBuffer bytes;

	private int taken;

	/**
	 * Prepares to send.
	 * @param response the answer, whose head goes with the first part
	 * @param bytes all of its body
	 */
	public MemorySender(HttpServerResponse response, ByteBuffer bytes) {
		this.response = response;
		this.bytes = bytes;
	}

	/**
	 * Sends the answer.
	 * @return completed when it has left
	 */
	public Future<Void> send() {
		next();
		return this.sent.future();
	}

	private void next() {
		int length = Math.clamp(this.taken, FIRST, MOST);
		if (this.bytes.remaining() <= length) {
			this.response.end(buffer(this.bytes)).onComplete(this.sent);
			return;
		}
		ByteBuffer part = this.bytes.slice(this.bytes.position(), length);
		this.bytes.position(this.bytes.position() + length);
		this.response.write(buffer(part)).onComplete((_) -> took(length), this.sent::tryFail);
	}

	private void took(int length) {
		this.taken += length;
		next();
	}

	private static Buffer buffer(ByteBuffer bytes) {
		return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
	}

}
