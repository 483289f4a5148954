package cellar.gateway.sending;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.impl.ConnectionBase;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;

/**
 * Sends a large part of a file on the event loop, stride by stride for as long as the
 * client takes each at once, and what is left then by the kernel.
 */
public final class SwiftSender implements AutoCloseable {

	private final Promise<Void> sent = Promise.promise();

	private final HttpServerRequest request;

	private final Body body;

	private final Stride stride;

	private final Piece.InFile piece;

	private long position;

	private boolean closed;

	/**
	 * Prepares to send.
	 * @param request the request
	 * @param piece what to send
	 * @param body what it is a part of, which hears of it if the file is at fault
	 * @param stride memory, which is this one's to close
	 */
	public SwiftSender(HttpServerRequest request, Piece.InFile piece, Body body, Stride stride) {
		this.request = request;
		this.piece = piece;
		this.position = piece.first();
		this.body = body;
		this.stride = stride;
	}

	/**
	 * Sends an answer whose body this is.
	 * @return completed when it has left; never, if this is closed before
	 */
	public Future<Void> sendWhole() {
		this.request.response().writeHead();
		goOn();
		return this.sent.future().compose((_) -> this.request.response().end());
	}

	private void next() {
		if (this.closed) {
			return;
		}
		long left = this.piece.first() + this.piece.length() - this.position;
		if (left == 0) {
			this.sent.complete();
			return;
		}
		ByteBuffer bytes = this.stride.buffer(left);
		if (bytes == null) {
			FileSender.send(this.request, new Piece.InFile(this.piece.file(), this.position, left), this.body)
				.onComplete(this.sent);
			return;
		}
		try {
			if (this.piece.file().read(bytes, this.position) < 1) {
				throw new EOFException("The file is too short");
			}
		}
		catch (IOException ex) {
			this.body.distrust(new Piece.InFile(this.piece.file(), this.position, left), ex);
			this.sent.fail(ex);
			return;
		}
		write(bytes.flip());
	}

	private void write(ByteBuffer bytes) {
		int length = bytes.remaining();
		long began = System.nanoTime();
		this.request.response()
			.write(BufferInternal.buffer(Unpooled.wrappedBuffer(bytes)))
			.onComplete((_) -> wrote(length, System.nanoTime() - began), this.sent::tryFail);
	}

	private void wrote(int length, long nanos) {
		if (!this.closed) {
			this.stride.took(nanos);
			this.position += length;
			// Others have their turn in between.
			((ConnectionBase) this.request.connection()).channel().eventLoop().execute(this::goOn);
		}
	}

	private void goOn() {
		try {
			next();
		}
		// A lack of memory too must not leave the client waiting.
		catch (RuntimeException | Error ex) {
			this.sent.tryFail(ex);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.stride.close();
	}

}
