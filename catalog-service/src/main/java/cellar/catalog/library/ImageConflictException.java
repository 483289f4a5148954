package cellar.catalog.library;

/**
 * Thrown when an image cannot be changed that way now.
 */
public class ImageConflictException extends RuntimeException {

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason what stands in the way
	 * @param message the same for people, and what to do
	 */
	public ImageConflictException(Reason reason, String message) {
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

		/** The name is part of the artifact's key. */
		NAME_FIXED,

		/** Only drafts may be changed so. */
		NOT_A_DRAFT,

		/** It was taken back. */
		WITHDRAWN,

		/** Another upload was faster. */
		ARTIFACT_CHANGED

	}

}
