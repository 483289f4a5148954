package cellar.catalog.publication;

/**
 * Thrown when nobody can go back to a publication or keep it because its content is gone.
 */
public class ContentRemovedException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param serial the publication
	 */
	public ContentRemovedException(long serial) {
		super("The content of publication '" + serial + "' is gone; take a newer one, or publish what is wanted again");
	}

}
