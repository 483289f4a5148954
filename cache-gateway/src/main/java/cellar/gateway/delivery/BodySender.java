package cellar.gateway.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

import cellar.gateway.cache.Body;

/**
 * Sends bodies: by the kernel where a file is complete, else in chunks, each of which
 * waits until the one before it has been written.
 */
class BodySender {

	private static final int CHUNK = 128 * 1024;

	private final HttpServerResponse response;

	private final ClientConnection connection;

	BodySender(HttpServerResponse response, ClientConnection connection) {
		this.response = response;
		this.connection = connection;
	}

	/**
	 * Sends a part of a body and ends the response.
	 * @param body the body
	 * @param first the first byte
	 * @param length how many bytes, or -1 for all that come
	 * @return how many bytes were sent
	 * @throws IOException if the body cannot be completed or the client is gone; the
	 * connection is of no use then
	 */
	long send(Body body, long first, long length) throws IOException {
		FileChannel file = (length > 0) ? body.file(first, length) : null;
		if (length == 0) {
			this.connection.send(this.response::end);
			return 0;
		}
		if (file != null) {
			this.connection.send(() -> this.response.sendFile(file, first, length));
			return length;
		}
		return pump(body, first, length);
	}

	private long pump(Body body, long first, long length) throws IOException {
		ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
		long sent = 0;
		while (length < 0 || sent < length) {
			chunk.clear();
			if (length >= 0) {
				chunk.limit((int) Math.min(CHUNK, length - sent));
			}
			int read = body.read(chunk, first + sent);
			if (read < 0) {
				break;
			}
			Buffer bytes = Buffer.buffer(read).appendBytes(chunk.array(), 0, read);
			this.connection.send(() -> this.response.write(bytes));
			sent += read;
		}
		if (length >= 0 && sent != length) {
			throw new IOException("The body ended at " + sent + " of " + length + " bytes");
		}
		this.connection.send(this.response::end);
		return sent;
	}

}
