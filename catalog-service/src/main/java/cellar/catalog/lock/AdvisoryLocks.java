package cellar.catalog.lock;

/**
 * The advisory locks taken in PostgreSQL. They share one space of numbers, so that each
 * is given out here.
 */
public final class AdvisoryLocks {

	/** Held while the name of an image is chosen. */
	public static final int IMAGE_NAMES = 7301;

	/** Held while a publication is frozen. */
	public static final int FREEZING = 7302;

	/** Held while a publisher is at work. */
	public static final int PUBLISHER = 7303;

	/** Held while pointers of channels are moved. */
	public static final int CHANNELS = 7304;

	/** Held while an image is named the successor of another. */
	public static final int SUCCESSORS = 7305;

	/**
	 * Held with the beginning of a SHA-256, while images get or lose content that has it.
	 */
	public static final int CONTENT = 7306;

	/**
	 * Shared by those who give content to images, and held while objects are marked that
	 * go.
	 */
	public static final int COLLECTION = 7307;

	private AdvisoryLocks() {
	}

}
