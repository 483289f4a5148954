package cellar.common.access;

/**
 * What a caller may be trusted with. {@link #OPERATOR} includes the other three, which
 * include nothing but themselves.
 */
public enum Role {

	/** Reads everything, statistics and audit included, and changes nothing. */
	READER,

	/** Launches and installs, and sees and ends what is their own. */
	LAUNCHER,

	/** Keeps images, imports, publications and channels. */
	PUBLISHER,

	/** Does everything, cache purge and refresh included. */
	OPERATOR;

	String authority() {
		return "ROLE_" + name();
	}

}
