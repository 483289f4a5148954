package cellar.catalog.image;

import cellar.catalog.library.ImageDetails;

/**
 * What {@code ETag} says of an image, and {@code If-Match} must say to change it as it
 * is.
 */
final class EntityTag {

	private EntityTag() {
	}

	static String of(ImageDetails image) {
		return of(image.revision());
	}

	static String published(long serial) {
		return "\"p" + serial + "\"";
	}

	static String of(long revision) {
		return "\"" + revision + "\"";
	}

}
