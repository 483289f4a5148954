package cellar.catalog.artifact;

/**
 * Thrown when a file is not acceptable. Nothing was changed.
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
	 * Why a file is not acceptable.
	 */
	enum Reason {

		/** The client does not say how long the file is. */
		LENGTH_MISSING,

		/** The file has no bytes. */
		EMPTY,

		/** The file is larger than files may be. */
		TOO_LARGE,

		/** The file has a name that cannot be part of a URL. */
		NAME,

		/** The checksum that the client expects is none. */
		DIGEST,

		/** The file is wrapped in a form. */
		FORM,

		/** The file did not arrive whole. */
		TRUNCATED,

		/** The file is not the one that the client expects. */
		DIFFERENT,

		/** Other files are arriving. */
		BUSY,

		/** The upload was taken for dead. */
		GIVEN_UP

	}

}
