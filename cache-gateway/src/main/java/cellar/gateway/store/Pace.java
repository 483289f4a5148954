package cellar.gateway.store;

/**
 * How fast something is done that nobody waits for.
 */
@FunctionalInterface
public interface Pace {

	/**
	 * Waits for as long as is due.
	 * @param bytes how many were read just now
	 * @return {@code false} if it is to end here
	 */
	boolean goOn(long bytes);

}
