package cellar.catalog.intake;

/**
 * How far an import has come. The last two are final.
 */
public enum ImportState {

	/** Waits for its turn. */
	ACCEPTED,

	/** Its entries are being judged. */
	RUNNING,

	/** Every entry has its outcome. */
	COMPLETED,

	/** There was no catalog to judge. */
	FAILED

}
