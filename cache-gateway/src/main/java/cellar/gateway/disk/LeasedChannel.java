package cellar.gateway.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open file with several users. It is closed when the last of them lets go.
 */
public final class LeasedChannel {

	private static final Logger logger = LoggerFactory.getLogger(LeasedChannel.class);

	private static final Executor CLOSER = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("closer").factory());

	private final AtomicInteger leases = new AtomicInteger(1);

	private final FileChannel channel;

	private volatile @Nullable Runnable listener;

	LeasedChannel(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Returns the open file.
	 * @return a channel that is open for as long as the caller has a lease
	 */
	public FileChannel channel() {
		return this.channel;
	}

	/**
	 * Writes bytes.
	 * @param bytes the bytes
	 * @param position where the first of them goes
	 * @throws IOException if they were not all written
	 */
	void write(ByteBuffer bytes, long position) throws IOException {
		long at = position;
		while (bytes.hasRemaining()) {
			at += this.channel.write(bytes, at);
		}
	}

	/**
	 * Sets who is told when the file has been closed, and a deleted one has given its
	 * space back.
	 * @param told who is told, in the place of whoever was to be told before
	 */
	public void whenClosed(Runnable told) {
		this.listener = told;
	}

	/**
	 * Keeps the file open for one more user.
	 * @return {@code false} if it is closed already
	 */
	public boolean lease() {
		return this.leases.getAndUpdate((count) -> (count == 0) ? 0 : count + 1) > 0;
	}

	/** Releases one lease. */
	public void release() {
		int before = this.leases.getAndUpdate((count) -> Math.max(count - 1, 0));
		if (before == 0) {
			throw new IllegalStateException("The file is closed already");
		}
		if (before == 1) {
			closeWithoutDelay();
		}
	}

	// With the last user of a deleted file the system frees its space, for which a large
	// one takes a second or more.
	private void closeWithoutDelay() {
		if (this.listener != null && Context.isOnEventLoopThread()) {
			CLOSER.execute(this::close);
		}
		else {
			close();
		}
	}

	/**
	 * Releases the only lease, unless others have some.
	 * @return whether the file is closed now
	 */
	public boolean closeIfIdle() {
		boolean idle = this.leases.compareAndSet(1, 0);
		if (idle) {
			close();
		}
		return idle;
	}

	private void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache file cannot be closed");
		}
		Runnable told = this.listener;
		if (told != null) {
			told.run();
		}
	}

}
