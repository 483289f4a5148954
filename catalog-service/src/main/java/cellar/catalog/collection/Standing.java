package cellar.catalog.collection;

/**
 * What an object in the store is to us.
 */
enum Standing {

	/** Something names it, or takes care of it by rules of its own. */
	NAMED,

	/** It was ours, and nothing names it. */
	UNNAMED,

	/** Nobody here knows whose it is. It stays. */
	UNKNOWN

}
