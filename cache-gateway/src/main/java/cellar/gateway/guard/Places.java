package cellar.gateway.guard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for requests that run, given out in the order in which they were asked for.
 */
final class Places {

	private final AtomicInteger waiting = new AtomicInteger();

	private final Semaphore free;

	private final int count;

	private final int mostWaiting;

	private final Duration patience;

	Places(int count, int mostWaiting, Duration patience) {
		this.free = new Semaphore(count, true);
		this.count = count;
		this.mostWaiting = mostWaiting;
		this.patience = patience;
	}

	/**
	 * Takes a place, waiting for one if need be.
	 * @return whether there was one in time
	 */
	boolean take() {
		try {
			// Unlike the method without a time, this one passes nobody who waits.
			return this.free.tryAcquire(0, TimeUnit.NANOSECONDS) || await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean await() throws InterruptedException {
		try {
			return this.waiting.incrementAndGet() <= this.mostWaiting
					&& this.free.tryAcquire(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	void leave() {
		this.free.release();
	}

	int taken() {
		return this.count - this.free.availablePermits();
	}

	int waiting() {
		return Math.min(this.waiting.get(), this.mostWaiting);
	}

}
