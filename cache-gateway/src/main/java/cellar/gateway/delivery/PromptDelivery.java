package cellar.gateway.delivery;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.internal.buffer.BufferInternal;

import cellar.gateway.cache.Body;
import cellar.gateway.cache.Piece;
import cellar.gateway.cache.Reply;

/**
 * Sends what is there already, on the event loop and without a thread that waits for the
 * client.
 */
final class PromptDelivery {

	private final Exchange exchange;

	private final Body body;

	private boolean over;

	private PromptDelivery(Exchange exchange, Body body) {
		this.exchange = exchange;
		this.body = body;
	}

	/**
	 * Sends an answer, unless something of it has to be waited for.
	 * @param exchange the exchange
	 * @param reply the answer, whose body goes over to this if it is sent
	 * @return whether it is being sent; else nothing has left yet
	 */
	static boolean attempt(Exchange exchange, Reply reply) {
		PromptDelivery delivery = new PromptDelivery(exchange, reply.body());
		Content content = exchange.answer().of(reply);
		// Not every write is told that the connection has ended.
		exchange.response().closeHandler((_) -> delivery.finish(0, false));
		return switch (content) {
			case Content.None _ -> delivery.watch(0, exchange.response().end());
			case Content.Text text -> delivery.watch(text.json().length(), exchange.response().end(text.json()));
			case Content.Part part -> delivery.send(part);
			case Content.Parts _ -> false;
		};
	}

	private boolean send(Content.Part part) {
		Piece piece = (part.length() > 0) ? this.body.ready(part.first(), part.first() + part.length()) : null;
		return switch (piece) {
			case Piece.InMemory memory -> watch(part.length(),
					this.exchange.response().end(BufferInternal.buffer(Unpooled.wrappedBuffer(memory.bytes()))));
			case Piece.InFile file -> watch(part.length(), FileSender.sendWhole(this.exchange.request(), file));
			case Piece.End _ -> false;
			case null -> false;
		};
	}

	private boolean watch(long bytes, Future<Void> sent) {
		sent.onComplete((_) -> finish(bytes, true), (_) -> abort());
		return true;
	}

	private void abort() {
		if (!this.over) {
			this.exchange.request().connection().close();
			finish(0, false);
		}
	}

	private void finish(long sent, boolean complete) {
		if (!this.over) {
			this.over = true;
			this.body.close();
			this.exchange.over(sent, complete);
		}
	}

}
