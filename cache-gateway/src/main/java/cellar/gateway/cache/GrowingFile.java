package cellar.gateway.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body while it is being fetched: one writer at the pace of the origin, any number of
 * readers that are woken when there is more. The file stays open until the last of them
 * is done.
 */
class GrowingFile {

	private static final Logger logger = LoggerFactory.getLogger(GrowingFile.class);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final FileChannel channel;

	private long written;

	private State state = State.GROWING;

	private int users = 1;

	GrowingFile(FileChannel channel) {
		this.channel = channel;
	}

	void append(byte[] bytes, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
		while (buffer.hasRemaining()) {
			// Only the writer changes this field, so it may read it without the lock.
			this.channel.write(buffer, this.written + buffer.position());
		}
		this.lock.lock();
		try {
			this.written += length;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	long written() {
		this.lock.lock();
		try {
			return this.written;
		}
		finally {
			this.lock.unlock();
		}
	}

	void force() throws IOException {
		this.channel.force(true);
	}

	/**
	 * Ends the growth, for better or worse.
	 * @param end how it ended
	 */
	void end(State end) {
		this.lock.lock();
		try {
			if (this.state == State.GROWING) {
				this.state = end;
				this.changed.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Reads what is there, waiting until something is.
	 * @param buffer where to put it
	 * @param position from where
	 * @return how many bytes were read, -1 at the end of a complete body, or 0 if the
	 * rest will never be in this file
	 * @throws IOException if the fetch broke off before this position
	 */
	int read(ByteBuffer buffer, long position) throws IOException {
		long available;
		this.lock.lock();
		try {
			while (position >= this.written && this.state == State.GROWING) {
				this.changed.awaitUninterruptibly();
			}
			available = this.written - position;
			if (available <= 0) {
				return switch (this.state) {
					case COMPLETE -> -1;
					case SPILLED -> 0;
					case GROWING, BROKEN -> throw new EOFException("The origin broke off at " + this.written);
				};
			}
		}
		finally {
			this.lock.unlock();
		}
		int limit = buffer.limit();
		buffer.limit((int) Math.min(limit, buffer.position() + available));
		try {
			return this.channel.read(buffer, position);
		}
		finally {
			buffer.limit(limit);
		}
	}

	/**
	 * Keeps the file open for more users.
	 * @param more how many
	 * @return {@code false} if it is closed already
	 */
	boolean retain(int more) {
		this.lock.lock();
		try {
			if (this.users == 0) {
				return false;
			}
			this.users += more;
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void release() {
		boolean last;
		this.lock.lock();
		try {
			this.users--;
			last = this.users == 0;
		}
		finally {
			this.lock.unlock();
		}
		if (last) {
			close();
		}
	}

	private void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache file cannot be closed");
		}
	}

	/**
	 * How far it has come.
	 */
	enum State {

		/** More may come. */
		GROWING,

		/** All bytes are there. */
		COMPLETE,

		/** The origin broke off. */
		BROKEN,

		/** The disk took no more; readers get the rest from the origin themselves. */
		SPILLED

	}

}
