package cellar.catalog.source;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Bounds the time that another server gets. Connecting, redirects, headers and body may
 * each be slow without ever being silent.
 */
public final class Deadline {

	private Deadline() {
	}

	/**
	 * Waits for something.
	 * @param <T> what is waited for
	 * @param time how long
	 * @param work what takes its time; it is interrupted when that is over
	 * @return what the work returns
	 * @throws SourceException if it takes longer
	 */
	public static <T> T within(Duration time, Supplier<T> work) {
		FutureTask<T> running = new FutureTask<>(work::get);
		Thread.ofVirtual().name("source").start(running);
		try {
			return running.get(time.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw SourceException.passing("The address took longer than %d seconds".formatted(time.toSeconds()));
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw SourceException.passing("The service is stopping");
		}
		finally {
			running.cancel(true);
		}
	}

}
