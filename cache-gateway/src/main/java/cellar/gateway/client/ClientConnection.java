package cellar.gateway.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * The way to the client of one request, watched for its end: what was being written then
 * is not always told of it.
 */
public final class ClientConnection {

	/** As RFC 9113, 7 numbers it. */
	private static final long INTERNAL_ERROR = 2;

	private final CompletableFuture<Void> gone = new CompletableFuture<>();

	private final @Nullable ClientIdleTimeout idleTimeout;

	private final @Nullable ClientMinimumRate minimumRate;

	private final HttpServerRequest request;

	private boolean last;

	private ClientConnection(HttpServerRequest request) {
		this.request = request;
		this.idleTimeout = ClientIdleTimeout.of(request.connection());
		this.minimumRate = ClientMinimumRate.of(request.connection());
	}

	/**
	 * Prepares a new connection, and limits how long its client is waited for; to be
	 * called on its event loop.
	 * @param connection the connection
	 * @param limits the limits
	 */
	public static void prepare(HttpConnection connection, ClientProperties limits) {
		SpokenVersions.serve(connection);
		PromptWritability.serve(connection);
		ClientIdleTimeout.watch(connection, limits.clientIdleTimeout());
		if (limits.clientMinRate().toBytes() > 0) {
			ClientMinimumRate.watch(connection, limits.clientMinRate().toBytes(), limits.clientIdleTimeout());
		}
	}

	/**
	 * Begins to watch; to be called on the event loop, before anything is written.
	 * @param request the request
	 * @return the way to its client
	 */
	public static ClientConnection of(HttpServerRequest request) {
		ClientConnection connection = new ClientConnection(request);
		request.response()
			.closeHandler((_) -> connection.gone.completeExceptionally(new IOException("Connection closed")));
		connection.suspendIdleTimeout();
		return connection;
	}

	/**
	 * Counts an answer, all of which is there, as something that the client has to take:
	 * the windows of HTTP/2 may hold it back where nothing is written of it.
	 * @param connection the connection
	 * @return to be run once, when the answer is over
	 */
	public static Runnable owe(HttpConnection connection) {
		ClientMinimumRate rate = ClientMinimumRate.of(connection);
		if (rate == null) {
			return () -> {
			};
		}
		rate.begin();
		return rate::end;
	}

	/**
	 * Writes and waits until that has left.
	 * @param write what writes
	 * @throws IOException if the client is gone
	 */
	public void send(Supplier<Future<Void>> write) throws IOException {
		beginTurn();
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
			endTurn();
		}
	}

	/**
	 * Does something once the client has gone before its answer was over.
	 * @param task what to do, at once if it has gone already
	 */
	public void whenGone(Runnable task) {
		this.gone.whenComplete((_, _) -> task.run());
	}

	public boolean isGone() {
		return this.gone.isDone();
	}

	/**
	 * Ends the connection with the answer, and tells the client so. With HTTP/2 there is
	 * no need: a stream has an end of its own.
	 */
	public void closeAfterwards() {
		if (this.request.version() == HttpVersion.HTTP_2) {
			return;
		}
		this.last = true;
		// As late as this, because Vert.x sets a field of its own for HTTP/1.0.
		this.request.response()
			.headersEndHandler((_) -> this.request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
	}

	/** Called when the answer was sent whole. */
	public void done() {
		if (this.last) {
			this.request.connection().close();
		}
	}

	/** Ends the answer so that the client knows that something is missing. */
	public void abort() {
		if (this.request.version() == HttpVersion.HTTP_2) {
			breakOff(this.request);
			return;
		}
		Channel channel = ((ConnectionBase) this.request.connection()).channel();
		// There, because a connection that has ended may have passed its number on.
		channel.eventLoop().execute(() -> {
			if (this.last && channel.isOpen()) {
				// Its plain end, or that of TLS, would pass for the end of the body.
				channel.config().setOption(ChannelOption.SO_LINGER, 0);
				channel.unsafe().close(channel.voidPromise());
			}
			this.request.connection().close();
		});
	}

	/**
	 * Ends an answer whose length was told, or that has not begun, so that the client
	 * knows that something is missing. Other answers on the connection go on where they
	 * can (RFC 9113, 5.4.2).
	 * @param request what was to be answered
	 */
	public static void breakOff(HttpServerRequest request) {
		if (request.version() == HttpVersion.HTTP_2) {
			request.response().reset(INTERNAL_ERROR);
		}
		else {
			request.connection().close();
		}
	}

	/** Called when nothing more will be written. */
	public void close() {
		resumeIdleTimeout();
	}

	private void beginTurn() {
		resumeIdleTimeout();
		if (this.minimumRate != null) {
			this.minimumRate.begin();
		}
	}

	private void endTurn() {
		if (this.minimumRate != null) {
			this.minimumRate.end();
		}
		suspendIdleTimeout();
	}

	private void suspendIdleTimeout() {
		if (this.idleTimeout != null) {
			this.idleTimeout.suspend();
		}
	}

	private void resumeIdleTimeout() {
		if (this.idleTimeout != null) {
			this.idleTimeout.resume();
		}
	}

}
