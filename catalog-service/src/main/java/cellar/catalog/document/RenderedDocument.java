package cellar.catalog.document;

import org.jspecify.annotations.Nullable;

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

	/** What stands before the names of schemas, which are numbered. */
	static final String SCHEMAS = "schemas/";

	/** What stands before the names of keys, which are named after their content. */
	static final String KEYS = "keys/";

	private static final String SIGNATURE = ".sig";

	/**
	 * Tells whether readers find the document under a name that the next publication
	 * gives other content.
	 * @return whether the name is a pointer
	 */
	public boolean isPointer() {
		return isPointer(this.name);
	}

	/**
	 * Tells whether the next publication gives a name other content.
	 * @param name the name of a document
	 * @return whether it is a pointer
	 */
	public static boolean isPointer(String name) {
		return !name.startsWith(ASSETS) && !name.startsWith(SCHEMAS)
				&& !(name.startsWith(KEYS) && name.endsWith(".pem"));
	}

	/**
	 * Returns where the document stays as it is, whatever is published later.
	 * @param serial its publication
	 * @return the key in the site bucket
	 */
	public String immutableKey(long serial) {
		return isPointer() ? "p/" + serial + "/" + this.name : this.name;
	}

	/**
	 * Returns what pointers are moved together with: a signature with what it signs.
	 * @return the name of the document, or of that which it signs
	 */
	public String subject() {
		if (!this.name.endsWith(SIGNATURE)) {
			return this.name;
		}
		String signed = this.name.substring(0, this.name.length() - SIGNATURE.length());
		return signed.replaceFirst("\\.[0-9a-f]{16}$", "");
	}

	/**
	 * Makes a signature a document beside this one.
	 * @param keyId the key, unless it is the one that clients look for first
	 * @param signature the signature
	 * @return the document
	 */
	RenderedDocument signedBy(@Nullable String keyId, byte[] signature) {
		String key = (keyId != null) ? "." + keyId : "";
		return new RenderedDocument(this.name + key + SIGNATURE, "application/octet-stream", signature);
	}

	/**
	 * Tells whether the document links to others, which have to be there first.
	 * @return whether it is a page
	 */
	public boolean isPage() {
		return this.contentType.startsWith("text/html");
	}

}
