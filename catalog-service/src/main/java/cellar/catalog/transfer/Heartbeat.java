package cellar.catalog.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that an upload is alive while the client is slow or the store joins its parts.
 */
public class Heartbeat {

	private static final Logger logger = LoggerFactory.getLogger(Heartbeat.class);

	private final Runnable beat;

	private final Duration interval;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread;

	/**
	 * Creates a heartbeat that does not beat yet.
	 * @param beat notes one sign of life
	 * @param interval the time between two of them
	 */
	public Heartbeat(Runnable beat, Duration interval) {
		this.beat = beat;
		this.interval = interval;
		this.thread = Thread.ofVirtual().name("upload-heartbeat").unstarted(this::run);
	}

	/**
	 * Begins to beat.
	 */
	public void start() {
		this.thread.start();
	}

	private void run() {
		try {
			while (!this.stopped.await(this.interval.toMillis(), TimeUnit.MILLISECONDS)) {
				beat();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void beat() {
		try {
			this.beat.run();
		}
		catch (RuntimeException ex) {
			// The upload itself finds out when it wants to be kept.
			logger.atDebug().setCause(ex).log("Sign of life could not be noted");
		}
	}

	/**
	 * Lets a beat under way end by itself: an interrupt would close the connection that
	 * it uses.
	 */
	public void stop() {
		this.stopped.countDown();
	}

}
