package cellar.catalog.resumption;

/**
 * Thrown when an upload cannot go on as asked. What has arrived is as it was.
 */
public class UploadUnavailableException extends RuntimeException {

	private final Reason reason;

	UploadUnavailableException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/**
	 * Returns what stands in the way.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What may stand in the way.
	 */
	public enum Reason {

		/** There is no such upload, or none any more. */
		NOT_FOUND,

		/** It was given up. */
		GONE,

		/** The file has arrived and is the image's. */
		KEPT,

		/** The bytes offered are not the next ones. */
		WRONG_OFFSET,

		/** Somebody else is sending. */
		LOCKED,

		/** The client speaks another version of tus. */
		VERSION

	}

}
