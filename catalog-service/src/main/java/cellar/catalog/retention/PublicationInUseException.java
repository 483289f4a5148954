package cellar.catalog.retention;

/**
 * Thrown when there is no need to keep a publication.
 */
class PublicationInUseException extends RuntimeException {

	PublicationInUseException(long serial) {
		super("Publication '" + serial + "' is live or under way, and so is kept anyhow");
	}

}
