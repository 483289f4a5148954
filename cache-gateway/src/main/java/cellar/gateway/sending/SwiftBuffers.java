package cellar.gateway.sending;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * Buffers for clients that take what they get at once. There are as many as such clients
 * can be served at a time; others do without.
 */
final class SwiftBuffers {

	/** Fits into the cache of a processor core, beside what else is there. */
	static final int LENGTH = 256 * 1024;

	static final int MOST = 128;

	private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

	private final Semaphore left = new Semaphore(MOST);

	/**
	 * Takes a buffer.
	 * @return the buffer, with bytes that somebody else may have left in it, or
	 * {@code null} if all are in use
	 */
	@Nullable ByteBuffer take() {
		if (!this.left.tryAcquire()) {
			return null;
		}
		ByteBuffer buffer = this.free.poll();
		return (buffer != null) ? buffer : ByteBuffer.allocateDirect(LENGTH);
	}

	void giveBack(ByteBuffer buffer) {
		this.free.add(buffer);
		this.left.release();
	}

}
