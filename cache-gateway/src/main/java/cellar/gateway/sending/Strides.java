package cellar.gateway.sending;

import java.util.concurrent.atomic.AtomicLong;

import io.netty.channel.ChannelFuture;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.springframework.stereotype.Component;

/**
 * The memory for what is on its way from files to clients. Each that the kernel cannot
 * send to has a little, and all of them share what makes some faster, so that thousands
 * who stop reading in the middle cost no more than that.
 */
@Component
public final class Strides {

	private static final long SHARED = 32 * 1024 * 1024;

	private final AtomicLong left = new AtomicLong(SHARED);

	private final SwiftBuffers swift = new SwiftBuffers();

	/**
	 * Begins to send to a client that the kernel can send to.
	 * @param connection the connection to it
	 * @return its share, to be closed
	 */
	public Stride swift(HttpConnection connection) {
		ChannelFuture end = ((ConnectionBase) connection).channel().closeFuture();
		return new SwiftStride(this.swift, (task) -> end.addListener((_) -> task.run()));
	}

	/**
	 * Begins to send to another client.
	 * @return its share, to be closed
	 */
	public Stride growing() {
		return new GrowingStride(this);
	}

	boolean take(int bytes) {
		return this.left.getAndUpdate((some) -> (some >= bytes) ? some - bytes : some) >= bytes;
	}

	void giveBack(int bytes) {
		this.left.addAndGet(bytes);
	}

}
