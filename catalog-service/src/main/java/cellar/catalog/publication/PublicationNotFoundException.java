package cellar.catalog.publication;

/**
 * Thrown when there is no such publication, or the caller may not know of it.
 */
class PublicationNotFoundException extends RuntimeException {

	PublicationNotFoundException(String serial) {
		super("Publication '" + serial + "' not found");
	}

}
