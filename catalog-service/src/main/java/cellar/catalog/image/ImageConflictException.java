package cellar.catalog.image;

/**
 * Thrown when an image cannot be changed that way now.
 */
public class ImageConflictException extends RuntimeException {

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason what stands in the way
	 * @param message the facts, and what to do
	 */
	public ImageConflictException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * What may stand in the way.
	 */
	public enum Reason {

		/** Another image has the name. */
		NAME_TAKEN("name-taken", "Name taken"),

		/** Clients that match by part of a name would mix up two images. */
		NAME_OVERLAPS("name-overlaps", "Name overlaps"),

		/** The name is part of the artifact's key. */
		NAME_FIXED("name-fixed", "Name fixed"),

		/** Only drafts may be changed so. */
		NOT_A_DRAFT("not-a-draft", "Not a draft"),

		/** The image has no artifact yet. */
		ARTIFACT_MISSING("artifact-missing", "Artifact missing"),

		/** Another upload was faster. */
		ARTIFACT_CHANGED("artifact-changed", "Artifact changed"),

		/** No such transition from here. */
		TRANSITION("transition-impossible", "Transition impossible"),

		/** The image was imported before. */
		IMPORTED("already-imported", "Already imported");

		private final String type;

		private final String title;

		Reason(String type, String title) {
			this.type = type;
			this.title = title;
		}

		String type() {
			return this.type;
		}

		String title() {
			return this.title;
		}

	}

}
