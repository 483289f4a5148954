package cellar.catalog.image;

import cellar.catalog.library.ImageDetails;

/**
 * What <code>ETag</code> says of an image, and <code>If-Match</code> must say to change
 * it as it is.
 */
public final class EntityTag {

	private EntityTag() {
	}

	/**
	 * Returns the tag of an image.
	 * @param image the image
	 * @return a strong entity tag
	 */
	public static String of(ImageDetails image) {
		return of(image.revision());
	}

	static String of(long revision) {
		return "\"" + revision + "\"";
	}

}
