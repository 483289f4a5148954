package cellar.stack.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The termination of one process: asked first, forced when it takes too long.
 */
public final class Termination {

	private static final Duration AFTER_KILL = Duration.ofSeconds(10);

	private Termination() {
	}

	/**
	 * Ends a process and waits until it is gone.
	 * @param handle the process
	 * @param signal how it is asked
	 * @param grace how long it may take before it is killed
	 * @return whether it ended by itself within the grace
	 */
	public static boolean end(ProcessHandle handle, StopSignal signal, Duration grace) {
		signal.sendTo(handle);
		if (await(handle, grace)) {
			return true;
		}
		handle.destroyForcibly();
		await(handle, AFTER_KILL);
		return false;
	}

	/**
	 * Waits until a process is gone.
	 * @param handle the process
	 * @param time how long to wait at most
	 * @return whether it is gone
	 */
	public static boolean await(ProcessHandle handle, Duration time) {
		try {
			handle.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			return !handle.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
