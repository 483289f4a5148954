package cellar.catalog.intake;

/**
 * How far an import has come. The last three are final.
 */
public enum ImportState {

	/** Waits for its turn. */
	ACCEPTED,

	/** Its entries are being judged. */
	RUNNING,

	/** Every entry has its outcome; files are still on their way. */
	FETCHING,

	/** Every entry has its outcome, and every file that was wanted. */
	COMPLETED,

	/** There was no catalog to judge. */
	FAILED,

	/** Nobody wants it any more; what was taken stays. */
	CANCELLED

}
