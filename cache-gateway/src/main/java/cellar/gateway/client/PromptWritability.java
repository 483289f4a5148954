package cellar.gateway.client;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Tells HTTP/2 at once when the way to the client is full, and when it is free again.
 * <p>
 * Over TLS the channel tells it later, by when it may be free again. Netty's flow control
 * has seen neither then, only that streams it looked at in between could not be written
 * to: as nothing has changed for it, it never looks at them again, and all that is to be
 * sent on them waits for ever.
 */
final class PromptWritability extends ChannelDuplexHandler {

	private boolean told = true;

	/**
	 * Serves a new connection, if that speaks HTTP/2.
	 * @param connection the connection
	 */
	static void serve(HttpConnection connection) {
		ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
		ChannelHandlerContext http2 = pipeline.context(Http2ConnectionHandler.class);
		if (http2 != null) {
			pipeline.addBefore(http2.name(), null, new PromptWritability());
		}
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.told = context.channel().isWritable();
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		context.write(message, promise);
		tell(context);
	}

	@Override
	public void flush(ChannelHandlerContext context) {
		context.flush();
		tell(context);
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext context) {
		tell(context);
	}

	private void tell(ChannelHandlerContext context) {
		boolean writable = context.channel().isWritable();
		if (writable != this.told) {
			this.told = writable;
			context.fireChannelWritabilityChanged();
		}
	}

}
