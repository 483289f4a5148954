package cellar.gateway.slice;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One reader of an object, from lower offsets to higher ones.
 */
public final class SliceReader implements AutoCloseable {

	private final SlicedObject object;

	private final Consumer<SliceReader> leave;

	private boolean failedHere;

	private volatile @Nullable CompletableFuture<Void> waiting;

	private volatile long position;

	private volatile long end = Long.MAX_VALUE;

	private volatile boolean closed;

	SliceReader(SlicedObject object, Consumer<SliceReader> leave) {
		this.object = object;
		this.leave = leave;
	}

	/**
	 * Finds the next bytes. A fetch that failed is tried once more before the reader
	 * hears of it, with the same condition, so that it is the same version or none.
	 * @param position offset of the first byte
	 * @param end offset of the first byte that is not wanted
	 * @return some of the bytes; exceptionally a {@link NotStoredException} if they have
	 * to be had without the cache, or another {@link IOException} if they cannot be had
	 */
	public CompletableFuture<Span> next(long position, long end) {
		if (this.closed) {
			return CompletableFuture.failedFuture(new IOException("The reader has left"));
		}
		this.end = end;
		this.position = position;
		Span ready = this.object.ready(position, end);
		if (ready != null) {
			this.failedHere = false;
			this.object.readAhead(position, end);
			return CompletableFuture.completedFuture(ready);
		}
		CompletableFuture<Void> woken = this.object.await(position, end);
		this.waiting = woken;
		return woken.handle((_, failure) -> again(position, end, failure)).thenCompose((next) -> next);
	}

	private CompletableFuture<Span> again(long position, long end, @Nullable Throwable failure) {
		if (failure == null) {
			return next(position, end);
		}
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (this.failedHere || !Failures.isWorthAnotherTry(cause)) {
			return CompletableFuture.failedFuture(cause);
		}
		this.failedHere = true;
		return next(position, end);
	}

	/**
	 * Returns whether some bytes are still of use to this reader.
	 * @param first offset of the first of them
	 * @param after offset of the first byte after them
	 * @return whether he wants one of them
	 */
	boolean wants(long first, long after) {
		return first < this.end && after > this.position;
	}

	/**
	 * Returns what this reader waited for last.
	 * @return what wakes him, or {@code null} if he never had to wait
	 */
	@Nullable CompletableFuture<Void> waiting() {
		return this.waiting;
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.leave.accept(this);
		}
	}

}
