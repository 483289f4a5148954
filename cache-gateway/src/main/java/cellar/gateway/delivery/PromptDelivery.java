package cellar.gateway.delivery;

import java.io.EOFException;
import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import org.jspecify.annotations.Nullable;

import cellar.gateway.answer.Content;
import cellar.gateway.answer.PreparedHeads;
import cellar.gateway.client.ClientConnection;
import cellar.gateway.lookup.Piece;
import cellar.gateway.lookup.Reply;
import cellar.gateway.sending.FileSender;
import cellar.gateway.sending.MemorySender;
import cellar.gateway.sending.Strides;
import cellar.gateway.sending.SwiftSender;

/**
 * Sends what is there already, on the event loop and without a thread that waits for the
 * client.
 */
final class PromptDelivery {

	/** Costs less to read than to have the kernel send it. */
	private static final int SMALL = 16 * 1024;

	/** Lasts long enough to see how fast the client takes it. */
	private static final int LARGE = 1024 * 1024;

	private final Exchange exchange;

	private final Reply reply;

	private final PreparedHeads heads;

	private final Strides strides;

	/** Whether one connection has several answers at a time, as HTTP/2 has. */
	private final boolean streamed;

	private @Nullable ByteBuf lent;

	private @Nullable SwiftSender swift;

	private @Nullable Runnable owed;

	private boolean over;

	/**
	 * Prepares an answer.
	 * @param exchange the exchange
	 * @param reply the answer
	 * @param heads heads of earlier answers
	 * @param strides memory for what is large
	 */
	PromptDelivery(Exchange exchange, Reply reply, PreparedHeads heads, Strides strides) {
		this.exchange = exchange;
		this.reply = reply;
		this.heads = heads;
		this.strides = strides;
		this.streamed = exchange.request().version() == HttpVersion.HTTP_2;
	}

	/**
	 * Sends the answer, unless something of it has to be waited for.
	 * @return whether it is being sent, and its body will be closed; else nothing has
	 * left yet
	 */
	boolean attempt() {
		HttpServerResponse response = this.exchange.response();
		// Not every write is told that the connection has ended.
		response.closeHandler((_) -> finish(0, false));
		if (this.reply instanceof Reply.Found found && this.exchange.answer().isWhole()) {
			return sendWhole(found);
		}
		return switch (this.exchange.answer().of(this.reply)) {
			case Content.None _ -> watch(0, response.end());
			case Content.Text text -> watch(text.json().length(), response.end(text.json()));
			case Content.Part part -> send(part.length(), ready(part.first(), part.length()));
			case Content.Parts _ -> false;
		};
	}

	private boolean sendWhole(Reply.Found found) {
		long length = found.representation().length();
		Piece piece = ready(0, length);
		if (piece == null) {
			return false;
		}
		if (this.streamed) {
			this.exchange.answer().of(found);
		}
		else {
			head(found);
		}
		return send(length, piece);
	}

	private void head(Reply.Found found) {
		MultiMap head = this.heads.get(found, this.exchange.answer().added());
		if (head != null) {
			this.exchange.answer().of(found, head);
		}
		else {
			this.exchange.answer().of(found);
			this.heads.put(found, this.exchange.answer().added(), this.exchange.response().headers());
		}
	}

	private @Nullable Piece ready(long first, long length) {
		Piece piece = (length > 0) ? this.reply.body().ready(first, first + length) : null;
		return (piece instanceof Piece.InFile file) ? ready(file) : piece;
	}

	private @Nullable Piece ready(Piece.InFile piece) {
		if (piece.length() <= SMALL && !this.streamed) {
			return read(piece);
		}
		return FileSender.reaches(this.exchange.request()) ? piece : null;
	}

	// Head and bytes leave together, which costs less than to have the kernel send both.
	// Not into a stream: what is queued there may outlive its answer.
	private @Nullable Piece read(Piece.InFile piece) {
		int length = (int) piece.length();
		ByteBuf bytes = PooledByteBufAllocator.DEFAULT.directBuffer(length);
		this.lent = bytes;
		try {
			if (bytes.writeBytes(piece.file(), piece.first(), length) == length) {
				return new Piece.InMemory(bytes.nioBuffer());
			}
			this.reply.body().distrust(piece, new EOFException("The file is too short"));
		}
		catch (IOException ex) {
			this.reply.body().distrust(piece, ex);
		}
		giveBack();
		return null;
	}

	private boolean send(long length, @Nullable Piece piece) {
		return switch (piece) {
			case Piece.InMemory memory when this.exchange.request().isSSL() && !this.streamed ->
				watch(length, new MemorySender(this.exchange.response(), memory.bytes()).send());
			case Piece.InMemory memory -> watch(length,
					this.exchange.response().end(BufferInternal.buffer(Unpooled.wrappedBuffer(memory.bytes()))));
			case Piece.InFile file when length >= LARGE -> watch(length, sendSwiftly(file));
			case Piece.InFile file ->
				watch(length, FileSender.sendWhole(this.exchange.request(), file, this.reply.body()));
			case Piece.End _ -> false;
			case null -> false;
		};
	}

	private Future<Void> sendSwiftly(Piece.InFile file) {
		SwiftSender sender = new SwiftSender(this.exchange.request(), file, this.reply.body(),
				this.strides.swift(this.exchange.request().connection()));
		this.swift = sender;
		return sender.sendWhole();
	}

	private boolean watch(long bytes, Future<Void> sent) {
		if (this.streamed && !this.over) {
			this.owed = ClientConnection.owe(this.exchange.request().connection());
		}
		sent.onComplete((_) -> finish(bytes, true), (_) -> abort());
		return true;
	}

	private void abort() {
		if (!this.over) {
			ClientConnection.breakOff(this.exchange.request());
			finish(0, false);
		}
	}

	private void finish(long sent, boolean complete) {
		if (!this.over) {
			this.over = true;
			giveBack();
			if (this.owed != null) {
				this.owed.run();
			}
			if (this.swift != null) {
				this.swift.close();
			}
			this.reply.body().close();
			this.exchange.over(sent, complete);
		}
	}

	// Vert.x leaves that to us.
	private void giveBack() {
		if (this.lent != null) {
			this.lent.release();
			this.lent = null;
		}
	}

}
