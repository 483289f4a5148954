package cellar.catalog.document;

/**
 * A document ready to be published.
 *
 * @param name its key in the site bucket
 * @param contentType its media type
 * @param content all bytes
 */
public record RenderedDocument(String name, String contentType, byte[] content) {

	/** What stands before the names of assets, whose content never changes. */
	static final String ASSETS = "assets/";

	/**
	 * Tells whether readers find the document under a name that the next publication
	 * gives other content.
	 * @return whether the name is a pointer
	 */
	public boolean isPointer() {
		return !this.name.startsWith(ASSETS);
	}

	/**
	 * Tells whether the document links to others, which have to be there first.
	 * @return whether it is a page
	 */
	public boolean isPage() {
		return this.contentType.startsWith("text/html");
	}

}
