package cellar.stack.part;

import java.io.IOException;
import java.util.Set;

import cellar.stack.process.LogFile;
import cellar.stack.watchdog.ProcessRegistry;

/**
 * One server of the stack.
 */
public interface Part {

	/**
	 * Returns how people call it.
	 * @return a name without spaces
	 */
	String name();

	/**
	 * Returns where it can be reached once it is ready.
	 * @return a URL or an address
	 */
	String address();

	/**
	 * Returns which parts must be ready before it can start.
	 * @return their names, none by default
	 */
	default Set<String> needs() {
		return Set.of();
	}

	/**
	 * Returns where its output goes.
	 * @return the log
	 */
	LogFile log();

	/**
	 * Starts it. It must be registered before it does anything.
	 * @param registry knows what to end when the launcher cannot
	 * @return the running process
	 * @throws IOException if it could not be started
	 */
	Running start(ProcessRegistry registry) throws IOException;

	/**
	 * Returns how one sees that it is ready for work.
	 * @return the check; by default a start that returns is enough
	 */
	default Readiness readiness() {
		return Readiness.IMMEDIATE;
	}

}
