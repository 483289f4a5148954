package cellar.stack.part;

import java.io.IOException;
import java.util.Set;

import cellar.stack.guard.Guard;
import cellar.stack.process.LogFile;

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
	 * @return their names
	 */
	Set<String> needs();

	/**
	 * Returns where its output goes.
	 * @return the log
	 */
	LogFile log();

	/**
	 * Starts it. It must be under guard before it does anything.
	 * @param guard who ends it when the launcher cannot
	 * @return the running process
	 * @throws IOException if it could not be started
	 */
	Running start(Guard guard) throws IOException;

	/**
	 * Returns how one sees that it is ready for work.
	 * @return the check
	 */
	Readiness readiness();

}
