package cellar.catalog.publication;

/**
 * Thrown when nobody can go back to a publication because its content is not kept.
 */
class ContentRemovedException extends RuntimeException {

	ContentRemovedException(long serial) {
		super("The content of publication '" + serial + "' is gone; roll back to a newer one");
	}

}
