package cellar.gateway.client;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes a byte now and then, only to hold what it costs
 * us. The client has a credit of bytes: what it takes adds to it, and the time in which
 * it could have taken more is paid from it.
 */
final class ClientMinimumRate extends ChannelOutboundHandlerAdapter {

	/**
	 * The most that Linux holds of a connection by default. It takes as much at once, and
	 * nothing more until the client has taken a third.
	 */
	private static final long HELD_BY_SYSTEM = 4 << 20;

	private final AtomicInteger sends = new AtomicInteger();

	private final Duration interval;

	private final long rate;

	private final long grace;

	private @Nullable Future<?> looks;

	private long written;

	private long left;

	private long credit;

	private long lastLook;

	/**
	 * Prepares to watch a connection.
	 * @param rate how many bytes a second its client must take
	 * @param grace how late it may begin
	 */
	ClientMinimumRate(long rate, Duration grace) {
		this.rate = rate;
		this.interval = grace.dividedBy(2);
		this.grace = bytes(grace.toNanos());
	}

	/**
	 * Watches a new connection; to be called on its event loop.
	 * @param connection the connection
	 * @param rate how many bytes a second its client must take
	 * @param grace how late it may begin
	 */
	static void watch(HttpConnection connection, long rate, Duration grace) {
		((ConnectionBase) connection).channel().pipeline().addFirst(new ClientMinimumRate(rate, grace));
	}

	static @Nullable ClientMinimumRate of(HttpConnection connection) {
		return ((ConnectionBase) connection).channel().pipeline().get(ClientMinimumRate.class);
	}

	/**
	 * Called when bytes are there for the client, be they written to the connection yet
	 * or held back by the windows of HTTP/2. Calls nest.
	 */
	void begin() {
		this.sends.incrementAndGet();
	}

	void end() {
		this.sends.decrementAndGet();
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.lastLook = context.executor().ticker().nanoTime();
		this.credit = this.grace;
		this.looks = context.executor()
			.scheduleWithFixedDelay(() -> look(context), this.interval.toNanos(), this.interval.toNanos(),
					TimeUnit.NANOSECONDS);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		if (this.looks != null) {
			this.looks.cancel(false);
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.written += size(message);
		context.write(message, promise);
	}

	private void look(ChannelHandlerContext context) {
		long now = context.executor().ticker().nanoTime();
		long due = bytes(now - this.lastLook);
		this.lastLook = now;
		long waiting = waiting(context.channel());
		long taken = this.written - waiting - this.left;
		this.left += taken;
		if (waiting == 0 && this.sends.get() == 0) {
			this.credit = this.grace;
			return;
		}
		this.credit = Math.min(this.credit + taken, this.grace + HELD_BY_SYSTEM) - due;
		if (this.credit < 0) {
			context.close();
		}
	}

	private long bytes(long nanos) {
		return (long) (this.rate * (nanos / 1e9));
	}

	private static long waiting(Channel channel) {
		ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
		AtomicLong bytes = new AtomicLong();
		if (buffer != null) {
			try {
				buffer.forEachFlushedMessage((message) -> {
					bytes.addAndGet(size(message));
					return true;
				});
			}
			catch (Exception ex) {
				throw new IllegalStateException("Nothing here throws one", ex);
			}
		}
		return bytes.get();
	}

	private static long size(Object message) {
		return switch (message) {
			case ByteBuf bytes -> bytes.readableBytes();
			case FileRegion file -> file.count() - file.transferred();
			default -> 0;
		};
	}

}
