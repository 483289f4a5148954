package cellar.catalog.artifact;

/**
 * Thrown when a file is not kept. The image is as it was.
 */
class UploadRefusedException extends RuntimeException {

	private final Reason reason;

	UploadRefusedException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * Why a file is not kept.
	 */
	enum Reason {

		/** The client does not say how long the file is. */
		LENGTH_MISSING,

		/** The file has no bytes. */
		EMPTY,

		/** The file is larger than files may be. */
		TOO_LARGE,

		/** The file is wrapped in a form. */
		FORM,

		/** The file did not arrive whole. */
		TRUNCATED,

		/** The file is not the one that the client expects. */
		DIFFERENT,

		/** As many other files are arriving as may at once. */
		BUSY

	}

}
