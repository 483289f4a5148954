package cellar.gateway.slice;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import cellar.gateway.version.PartBody;
import cellar.gateway.version.Source;
import cellar.gateway.version.VersionGoneException;

/**
 * One version of an object at an origin that can be told to trickle, to break off and to
 * have another version.
 */
public class FakeSource implements Source {

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final AtomicLong given = new AtomicLong();

	private final AtomicInteger failures = new AtomicInteger();

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger mostOpen = new AtomicInteger();

	private final byte[] bytes;

	private volatile long breakAt = Long.MAX_VALUE;

	private volatile boolean gone;

	private volatile boolean ignoresRanges;

	private volatile @Nullable Semaphore permits;

	FakeSource(byte[] bytes) {
		this.bytes = bytes;
	}

	public static FakeSource of(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return new FakeSource(bytes);
	}

	public byte[] bytes() {
		return this.bytes;
	}

	List<Asked> asked() {
		return this.asked;
	}

	long given() {
		return this.given.get();
	}

	public int open() {
		return this.open.get();
	}

	int mostOpen() {
		return this.mostOpen.get();
	}

	/**
	 * Breaks off at a position, the next times that it is reached.
	 * @param position offset in the body
	 * @param times how often
	 */
	void breakAt(long position, int times) {
		this.breakAt = position;
		this.failures.set(times);
	}

	/** Gives what comes after each part as well. */
	void ignoreRanges() {
		this.ignoresRanges = true;
	}

	void becomeAnother() {
		this.gone = true;
	}

	/**
	 * Gives bytes only as far as they are permitted.
	 * @return permits, one per byte
	 */
	public Semaphore trickle() {
		Semaphore trickle = new Semaphore(0);
		this.permits = trickle;
		return trickle;
	}

	@Override
	public PartBody open(long first, long end) throws IOException {
		this.asked.add(new Asked(first, end));
		if (this.gone) {
			throw new VersionGoneException("There is another version");
		}
		this.mostOpen.accumulateAndGet(this.open.incrementAndGet(), Math::max);
		return new Bytes(first, end);
	}

	/**
	 * One request.
	 *
	 * @param first offset of the first byte
	 * @param end offset of the first byte that was not asked for
	 */
	record Asked(long first, long end) {

	}

	private final class Bytes implements PartBody {

		private final boolean goesOn;

		private long end;

		private long position;

		private Bytes(long first, long end) {
			this.position = first;
			this.end = end;
			this.goesOn = FakeSource.this.ignoresRanges;
		}

		@Override
		public int read(byte[] buffer, int offset, int most) throws IOException {
			if (this.position >= this.end) {
				return -1;
			}
			int length = (int) Math.min(most, this.end - this.position);
			Semaphore trickle = FakeSource.this.permits;
			if (trickle != null) {
				trickle.acquireUninterruptibly();
				int permitted = 1;
				while (permitted < length && trickle.tryAcquire()) {
					permitted++;
				}
				length = permitted;
			}
			if (this.position <= FakeSource.this.breakAt && FakeSource.this.breakAt < this.position + length
					&& FakeSource.this.failures.getAndDecrement() > 0) {
				throw new IOException("Connection reset");
			}
			int real = (int) Math.min(length, FakeSource.this.bytes.length - this.position);
			System.arraycopy(FakeSource.this.bytes, (int) this.position, buffer, offset, Math.max(real, 0));
			this.position += length;
			FakeSource.this.given.addAndGet(length);
			return length;
		}

		@Override
		public boolean goesOn() {
			return this.goesOn;
		}

		@Override
		public void extend(long bytes) {
			this.end += bytes;
		}

		@Override
		public void close() {
			FakeSource.this.open.decrementAndGet();
		}

	}

}
