package cellar.catalog.name;

/**
 * Thrown when an image cannot have a name.
 */
public class NameConflictException extends RuntimeException {

	private final Reason reason;

	NameConflictException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * What stands in the way.
	 */
	enum Reason {

		/** Another image has the name. */
		TAKEN,

		/** Clients that match by part of a name would mix up two images. */
		OVERLAPS

	}

}
