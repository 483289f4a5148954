package cellar.gateway.body;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

/**
 * How the reader of a body waits for bytes on its own thread, until another thread knows
 * that nobody wants them any more.
 */
final class ReaderWait {

	private volatile boolean over;

	private volatile @Nullable CompletableFuture<?> current;

	/**
	 * Waits for bytes.
	 * @param future what brings them, to this reader only
	 * @param <T> what they come as
	 * @return the bytes
	 * @throws IOException if they do not come, or need not
	 */
	<T> T await(CompletableFuture<T> future) throws IOException {
		this.current = future;
		if (this.over) {
			future.completeExceptionally(gone());
		}
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof IOException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	/** Called from any thread when nobody wants bytes any more. */
	void end() {
		this.over = true;
		CompletableFuture<?> waiting = this.current;
		if (waiting != null) {
			waiting.completeExceptionally(gone());
		}
	}

	/**
	 * Makes sure that bytes are wanted, before something is done for them.
	 * @throws IOException if they are not
	 */
	void requireReader() throws IOException {
		if (this.over) {
			throw gone();
		}
	}

	private static IOException gone() {
		return new IOException("Nobody reads the body any more");
	}

}
