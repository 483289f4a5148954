package cellar.catalog.artifact;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that an upload is alive while the client is slow or the store joins its parts.
 */
class Pulse {

	private static final Logger logger = LoggerFactory.getLogger(Pulse.class);

	private final Runnable beat;

	private final Duration interval;

	private final Thread thread;

	Pulse(Runnable beat, Duration interval) {
		this.beat = beat;
		this.interval = interval;
		this.thread = Thread.ofVirtual().name("upload-pulse").unstarted(this::run);
	}

	void start() {
		this.thread.start();
	}

	private void run() {
		while (true) {
			try {
				Thread.sleep(this.interval);
				this.beat.run();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				// The upload itself finds out when it wants to be kept.
				logger.atDebug().setCause(ex).log("Sign of life could not be noted");
			}
		}
	}

	void stop() {
		this.thread.interrupt();
	}

}
