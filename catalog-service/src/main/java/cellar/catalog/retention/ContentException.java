package cellar.catalog.retention;

/**
 * Thrown when a publication cannot be kept.
 */
class ContentException extends RuntimeException {

	private final Reason reason;

	ContentException(Reason reason, long serial) {
		super(reason.message.formatted(serial));
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * What stands in the way.
	 */
	enum Reason {

		/** There is no such publication. */
		UNKNOWN("Publication '%d' not found"),

		/** Its content is gone for good. */
		REMOVED("The content of publication '%d' is gone; publish what is wanted again"),

		/** It is live or on its way. */
		IN_USE("Publication '%d' is live or under way, and so is kept anyhow");

		private final String message;

		Reason(String message) {
			this.message = message;
		}

	}

}
