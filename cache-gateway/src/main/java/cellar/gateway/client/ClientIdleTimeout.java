package cellar.gateway.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes nothing. A slow client is not closed: each byte
 * it takes counts. Nor is one that waits for us, be it for the origin or for the disk.
 * What a client sends does not count: it has the time for all of a request, as it else
 * might send one for ever.
 */
final class ClientIdleTimeout extends IdleStateHandler {

	private final AtomicInteger waits = new AtomicInteger();

	private final long limit;

	private volatile long lastWait = System.nanoTime();

	private ClientIdleTimeout(Duration limit) {
		super(true, 0, limit.toNanos() / 2, 0, TimeUnit.NANOSECONDS);
		this.limit = limit.toNanos();
	}

	/**
	 * Watches a new connection.
	 * @param connection the connection
	 * @param limit how long its client may take nothing
	 */
	static void watch(HttpConnection connection, Duration limit) {
		Channel channel = ((ConnectionBase) connection).channel();
		// Vert.x has such a limit too, but it sees no progress within a file region.
		channel.pipeline().addFirst(new ClientIdleTimeout(limit));
	}

	static @Nullable ClientIdleTimeout of(HttpConnection connection) {
		return ((ConnectionBase) connection).channel().pipeline().get(ClientIdleTimeout.class);
	}

	/** Called when the client begins to wait for us. Calls nest. */
	void suspend() {
		this.waits.incrementAndGet();
	}

	void resume() {
		this.lastWait = System.nanoTime();
		this.waits.decrementAndGet();
	}

	@Override
	protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
		// The first one after a write does not ask whether some of the next has left.
		boolean silent = !event.isFirst() && this.waits.get() == 0;
		if (silent && System.nanoTime() - this.lastWait >= this.limit && !isTaking(context.channel())) {
			context.close();
		}
	}

	// The system takes megabytes at once, and nothing more for as long as a slow client
	// needs for a third of them.
	private boolean isTaking(Channel channel) {
		return channel instanceof EpollSocketChannel socket
				&& TimeUnit.MILLISECONDS.toNanos(socket.tcpInfo().lastDataSent()) < this.limit;
	}

}
