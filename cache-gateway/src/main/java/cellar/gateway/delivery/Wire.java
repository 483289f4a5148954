package cellar.gateway.delivery;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The way to the client of one request, watched for its end: what was being written then
 * is not always told of it.
 */
final class Wire {

	private final CompletableFuture<Void> gone = new CompletableFuture<>();

	private final @Nullable Patience patience;

	private Wire(@Nullable Patience patience) {
		this.patience = patience;
	}

	/**
	 * Begins to watch; to be called on the event loop, before anything is written.
	 * @param request the request
	 * @return the way to its client
	 */
	static Wire of(HttpServerRequest request) {
		Wire wire = new Wire(Patience.of(request.connection()));
		request.response().closeHandler((_) -> wire.gone.completeExceptionally(new IOException("Connection closed")));
		wire.suspend();
		return wire;
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

	/** Says that nothing more will be written. */
	void close() {
		resume();
	}

	private void suspend() {
		if (this.patience != null) {
			this.patience.suspend();
		}
	}

	private void resume() {
		if (this.patience != null) {
			this.patience.resume();
		}
	}

}
