package cellar.gateway.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.store.Shelf;

/**
 * Compares all copies with their checksums, round after round, slowly.
 */
final class Scrubbing implements Runnable, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Scrubbing.class);

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Shelf shelf;

	private final long bytesPerSecond;

	private final Duration interval;

	/**
	 * Prepares for it.
	 * @param shelf the copies
	 * @param bytesPerSecond how fast; 0 for not at all
	 * @param interval how long after the beginning of a round the next one begins, if it
	 * is over by then
	 */
	Scrubbing(Shelf shelf, long bytesPerSecond, Duration interval) {
		this.shelf = shelf;
		this.bytesPerSecond = bytesPerSecond;
		this.interval = interval;
	}

	void start() {
		if (this.bytesPerSecond > 0) {
			Thread.ofVirtual().name("scrubbing").start(this);
		}
	}

	@Override
	public void run() {
		try {
			this.shelf.awaitRecovery();
		}
		catch (IOException ex) {
			// What is known is worth a look all the same.
		}
		long due = System.nanoTime();
		do {
			round();
			due = Math.max(due + this.interval.toNanos(), System.nanoTime());
		}
		while (pause(due - System.nanoTime()));
	}

	private void round() {
		try {
			this.shelf.scrub((bytes) -> pause(TimeUnit.SECONDS.toNanos(bytes) / this.bytesPerSecond));
		}
		catch (RuntimeException ex) {
			logger.atError().setCause(ex).log("Copies cannot be scrubbed");
		}
	}

	// By no interrupt, which would close the file that is being read.
	private boolean pause(long nanos) {
		try {
			return !this.closed.await(nanos, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
	}

}
