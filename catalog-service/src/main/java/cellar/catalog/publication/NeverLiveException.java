package cellar.catalog.publication;

/**
 * Thrown when nobody can go back to a publication because readers never saw it.
 */
class NeverLiveException extends RuntimeException {

	NeverLiveException(long serial) {
		super("Publication '" + serial + "' was never live; roll back to one that was");
	}

}
