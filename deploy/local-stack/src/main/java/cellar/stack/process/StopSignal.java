package cellar.stack.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * How a process is asked to end.
 */
public enum StopSignal {

	/** What nearly every program takes as the wish to end in order. */
	TERM,

	/** For PostgreSQL, which on TERM would wait until the last client has left. */
	INT;

	/**
	 * Asks a process to end and does not wait for it.
	 * @param handle the process
	 */
	public void sendTo(ProcessHandle handle) {
		switch (this) {
			case TERM -> handle.destroy();
			case INT -> interrupt(handle);
		}
	}

	// Java itself sends nothing but TERM and KILL; every POSIX shell has "kill" built in.
	private static void interrupt(ProcessHandle handle) {
		try {
			Process kill = new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(handle.pid()))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			kill.waitFor(5, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			handle.destroy();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
