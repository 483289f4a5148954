package cellar.catalog.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes that one thread gives and another reads, without a copy in between: the giver
 * waits until its buffer is read, or nobody will read it.
 */
final class Handover extends InputStream {

	private static final byte[] NOTHING = {};

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private byte[] buffer = NOTHING;

	private int position;

	private int end;

	private boolean ended;

	private boolean left;

	private volatile boolean closed;

	private volatile long count;

	// The reader only computes, so that the wait ends without an interrupt.
	void give(byte[] bytes, int offset, int length) {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		this.lock.lock();
		try {
			if (this.ended) {
				throw new IllegalStateException("The file has ended already");
			}
			this.buffer = bytes;
			this.position = offset;
			this.end = offset + length;
			this.changed.signalAll();
			while (this.position < this.end && !this.left && !this.closed) {
				this.changed.awaitUninterruptibly();
			}
			this.buffer = NOTHING;
			this.position = 0;
			this.end = 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	void end() {
		change(() -> this.ended = true);
	}

	// Nobody reads from here on.
	void leave() {
		change(() -> this.left = true);
	}

	@Override
	public void close() {
		change(() -> this.closed = true);
	}

	private void change(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	long count() {
		return this.count;
	}

	void checkOpen() throws IOException {
		if (this.closed) {
			throw new ClosedException();
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		this.lock.lock();
		try {
			while (this.position == this.end && !this.ended && !this.closed) {
				this.changed.awaitUninterruptibly();
			}
			checkOpen();
			int available = Math.min(length, this.end - this.position);
			if (available == 0) {
				return (length == 0) ? 0 : -1;
			}
			System.arraycopy(this.buffer, this.position, bytes, offset, available);
			this.position += available;
			this.count += available;
			if (this.position == this.end) {
				this.changed.signalAll();
			}
			return available;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Thrown to the reader when nobody wants to know any more.
	 */
	static class ClosedException extends IOException {

		ClosedException() {
			super("Nobody wants to know any more");
		}

	}

}
