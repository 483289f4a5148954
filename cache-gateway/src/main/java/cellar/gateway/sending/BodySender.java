package cellar.gateway.sending;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.answer.Content;
import cellar.gateway.client.ClientConnection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;

/**
 * Sends a body piece by piece as its bytes come, each after the one before has left.
 */
public final class BodySender implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BodySender.class);

	private static final int MOST_AT_ONCE = 64 * 1024;

	private final HttpServerRequest request;

	private final HttpServerResponse response;

	private final ClientConnection connection;

	private final Body body;

	private final Stride stride;

	private boolean begun;

	private long sent;

	public BodySender(HttpServerRequest request, ClientConnection connection, Body body, Stride stride) {
		this.request = request;
		this.response = request.response();
		this.connection = connection;
		this.body = body;
		this.stride = stride;
	}

	/**
	 * Returns how much has left.
	 * @return bytes
	 */
	public long sent() {
		return this.sent;
	}

	/**
	 * Sends a part of a body and ends the answer.
	 * @param part the part
	 * @throws IOException if the body cannot be completed or the client is gone; the
	 * connection is of no use then
	 */
	public void send(Content.Part part) throws IOException {
		if (part.length() < 0) {
			sendAll(part.first());
			this.connection.send(this.response::end);
		}
		else {
			sendRange(part.first(), part.length());
			endOfKnownLength();
		}
	}

	/**
	 * Sends several parts of a body and ends the answer.
	 * @param parts the parts
	 * @throws IOException if the body cannot be completed or the client is gone; the
	 * connection is of no use then
	 */
	public void send(Content.Parts parts) throws IOException {
		for (Content.HeadedPart part : parts.parts()) {
			write(part.head());
			sendRange(part.range().first(), part.range().length());
		}
		write(parts.end());
		endOfKnownLength();
	}

	private void endOfKnownLength() {
		try {
			this.connection.send(this.response::end);
		}
		catch (IOException ex) {
			// A client that was told the length has all of it, and need not stay for
			// more.
			logger.atDebug().addKeyValue("cause", ex.toString()).log("Client left with the last byte");
		}
	}

	private void write(String text) throws IOException {
		begin();
		// A byte for each character, as its length was told and as its fields came.
		byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		this.connection.send(() -> this.response.write(Buffer.buffer(bytes)));
		this.sent += bytes.length;
	}

	private void sendRange(long first, long length) throws IOException {
		long end = first + length;
		for (long position = first; position < end;) {
			Piece piece = this.body.next(position, end);
			if (piece instanceof Piece.End) {
				throw new EOFException("The body ended at " + position + " of " + end + " bytes");
			}
			begin();
			position += send(piece);
		}
	}

	private void sendAll(long first) throws IOException {
		long position = first;
		for (Piece piece = this.body.next(position, Long.MAX_VALUE); !(piece instanceof Piece.End);) {
			position += send(piece);
			piece = this.body.next(position, Long.MAX_VALUE);
		}
	}

	private void begin() throws IOException {
		if (!this.begun) {
			this.begun = true;
			this.connection.send(this.response::writeHead);
		}
	}

	private long send(Piece piece) throws IOException {
		long length = switch (piece) {
			case Piece.InFile file -> send(file);
			case Piece.InMemory memory -> sendInParts(memory.bytes());
			case Piece.End _ -> 0;
		};
		this.sent += length;
		return length;
	}

	private long send(Piece.InFile file) throws IOException {
		ByteBuffer bytes = this.stride.buffer(file.length());
		if (bytes != null) {
			return copy(file, bytes);
		}
		this.connection.send(() -> FileSender.send(this.request, file, this.body));
		return file.length();
	}

	private long copy(Piece.InFile file, ByteBuffer bytes) throws IOException {
		try {
			if (file.file().read(bytes, file.first()) < 1) {
				throw new EOFException("The file is too short");
			}
		}
		catch (IOException ex) {
			// Somebody else has them, or the next look tells that nobody does.
			this.body.distrust(file, ex);
			return 0;
		}
		this.stride.given();
		long began = System.nanoTime();
		long length = send(bytes.flip());
		this.stride.took(System.nanoTime() - began);
		return length;
	}

	// Each after the one before has left, as TLS copies all that it is given.
	private long sendInParts(ByteBuffer bytes) throws IOException {
		long length = bytes.remaining();
		for (int first = bytes.position(); first < bytes.limit(); first += MOST_AT_ONCE) {
			send(bytes.slice(first, Math.min(MOST_AT_ONCE, bytes.limit() - first)));
		}
		return length;
	}

	private long send(ByteBuffer bytes) throws IOException {
		int length = bytes.remaining();
		// It may be used again, as this waits until it is.
		Buffer buffer = BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
		this.connection.send(() -> this.response.write(buffer));
		return length;
	}

	@Override
	public void close() {
		this.stride.close();
	}

}
