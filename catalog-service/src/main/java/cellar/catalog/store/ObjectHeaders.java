package cellar.catalog.store;

/**
 * What readers of an object are told.
 *
 * @param contentType the media type
 * @param cacheControl how long copies are good
 */
public record ObjectHeaders(String contentType, String cacheControl) {

	/**
	 * For objects that never change under their key.
	 */
	public static final String IMMUTABLE = "public, max-age=31536000, immutable";

}
