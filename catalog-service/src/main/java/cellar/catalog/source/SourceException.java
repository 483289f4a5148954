package cellar.catalog.source;

/**
 * Thrown when something cannot be fetched. The message is for whoever asked for it, and
 * tells nothing of our own network.
 */
public final class SourceException extends RuntimeException {

	private final Chance chance;

	private SourceException(String message, Chance chance) {
		super(message);
		this.chance = chance;
	}

	/**
	 * Returns a failure that stays.
	 * @param message what is wrong
	 * @return the exception
	 */
	public static SourceException lasting(String message) {
		return new SourceException(message, Chance.NONE);
	}

	/**
	 * Returns a failure that may pass.
	 * @param message what is wrong
	 * @return the exception
	 */
	public static SourceException passing(String message) {
		return new SourceException(message, Chance.LATER);
	}

	/**
	 * Returns a failure that another try from the beginning does not meet.
	 * @param message what is wrong
	 * @return the exception
	 */
	public static SourceException changed(String message) {
		return new SourceException(message, Chance.ANEW);
	}

	// One sentence for all of it: what is inside our network must not be found out.
	static SourceException unreachable() {
		return new SourceException("The address could not be reached: it is down, not known, "
				+ "or inside a network that nothing is fetched from", Chance.UNKNOWN);
	}

	/**
	 * Tells what another try may bring.
	 * @return the chance
	 */
	public Chance chance() {
		return this.chance;
	}

	/**
	 * What another try may bring.
	 */
	public enum Chance {

		/** The same. */
		NONE,

		/** Something better. */
		LATER,

		/** Something better, if it is asked for from the beginning. */
		ANEW,

		/** Perhaps something better; whether it is refused or silent stays untold. */
		UNKNOWN

	}

}
