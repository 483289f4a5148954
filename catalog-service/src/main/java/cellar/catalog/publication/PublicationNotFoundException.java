package cellar.catalog.publication;

/**
 * Thrown when there is no such publication, or the caller may not know of it.
 */
public class PublicationNotFoundException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param serial what was asked for
	 */
	public PublicationNotFoundException(String serial) {
		super("Publication '" + serial + "' not found");
	}

}
