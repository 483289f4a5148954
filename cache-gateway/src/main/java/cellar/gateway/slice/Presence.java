package cellar.gateway.slice;

/**
 * Whether bytes are in the cache.
 */
public enum Presence {

	/** All of them are. */
	PRESENT,

	/** Those that are not are on their way for somebody else. */
	COMING,

	/** Some have to be asked for. */
	MISSING

}
