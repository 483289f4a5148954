package cellar.catalog.artifact;

/**
 * Thrown when a file is not kept. The image is as it was.
 */
public class UploadRefusedException extends RuntimeException {

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason why the file is not kept
	 * @param message the same for people, and what to do
	 */
	public UploadRefusedException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/**
	 * Returns why the file is not kept.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why a file is not kept.
	 */
	public enum Reason {

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

		/** The file is no image that a cloud could start. */
		CONTENT,

		/** The file was withdrawn before. */
		WITHDRAWN,

		/** As many other files are arriving as may at once. */
		BUSY

	}

}
