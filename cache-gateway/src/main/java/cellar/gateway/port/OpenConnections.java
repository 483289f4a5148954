package cellar.gateway.port;

import java.util.concurrent.atomic.LongAdder;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Counts the connections that clients have open.
 */
final class OpenConnections {

	private final LongAdder count = new LongAdder();

	/**
	 * Counts a new connection until it ends.
	 * @param connection the connection
	 */
	void add(HttpConnection connection) {
		this.count.increment();
		// Vert.x has room for one close handler only: a second one would replace the
		// first.
		((ConnectionBase) connection).channel().closeFuture().addListener((_) -> this.count.decrement());
	}

	long count() {
		return this.count.sum();
	}

}
