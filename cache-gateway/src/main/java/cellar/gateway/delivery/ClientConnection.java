package cellar.gateway.delivery;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * The way to the client of one request, watched for its end: what was being written then
 * is not always told of it.
 */
final class ClientConnection {

	private final CompletableFuture<Void> gone = new CompletableFuture<>();

	private final @Nullable ClientIdleTimeout idleTimeout;

	private final HttpServerRequest request;

	private boolean last;

	private ClientConnection(HttpServerRequest request, @Nullable ClientIdleTimeout idleTimeout) {
		this.request = request;
		this.idleTimeout = idleTimeout;
	}

	/**
	 * Begins to watch; to be called on the event loop, before anything is written.
	 * @param request the request
	 * @return the way to its client
	 */
	static ClientConnection of(HttpServerRequest request) {
		ClientConnection connection = new ClientConnection(request, ClientIdleTimeout.of(request.connection()));
		request.response()
			.closeHandler((_) -> connection.gone.completeExceptionally(new IOException("Connection closed")));
		connection.suspend();
		return connection;
	}

	/**
	 * Writes and waits until that has left.
	 * @param write what writes
	 * @throws IOException if the client is gone
	 */
	void send(Supplier<Future<Void>> write) throws IOException {
		resume();
		try {
			CompletableFuture<Void> written = write.get().toCompletionStage().toCompletableFuture();
			CompletableFuture.anyOf(written, this.gone).join();
		}
		catch (CompletionException ex) {
			throw new IOException("The client is gone", ex.getCause());
		}
		catch (RuntimeException ex) {
			if (isGone()) {
				throw new IOException("The client is gone", ex);
			}
			throw ex;
		}
		finally {
			suspend();
		}
	}

	boolean isGone() {
		return this.gone.isDone();
	}

	/** Has the connection end with the answer, and tells the client so. */
	void closeAfterwards() {
		this.last = true;
		// As late as this, because Vert.x sets a field of its own for HTTP/1.0.
		this.request.response()
			.headersEndHandler((_) -> this.request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
	}

	/** Says that the answer was sent whole. */
	void done() {
		if (this.last) {
			this.request.connection().close();
		}
	}

	/** Ends the connection so that the client knows that something is missing. */
	void abort() {
		Channel channel = ((ConnectionBase) this.request.connection()).channel();
		// There, because a connection that has ended may have passed its number on.
		channel.eventLoop().execute(() -> {
			if (this.last && channel.isOpen()) {
				// Its plain end would pass for the end of the body.
				channel.config().setOption(ChannelOption.SO_LINGER, 0);
			}
			this.request.connection().close();
		});
	}

	/** Says that nothing more will be written. */
	void close() {
		resume();
	}

	private void suspend() {
		if (this.idleTimeout != null) {
			this.idleTimeout.suspend();
		}
	}

	private void resume() {
		if (this.idleTimeout != null) {
			this.idleTimeout.resume();
		}
	}

}
