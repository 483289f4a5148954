package cellar.catalog.upload;

import cellar.catalog.library.ImageDetails;

/**
 * What came of an attempt to give a draft what has arrived.
 */
public sealed interface Binding {

	/**
	 * The draft has it.
	 *
	 * @param image the draft
	 * @param shared whether in an object that was there before
	 */
	record Bound(ImageDetails image, boolean shared) implements Binding {

	}

	/**
	 * Nothing has changed. There is an object of the same content, of which it has to be
	 * known whether it is still in the store.
	 *
	 * @param key its key in the images bucket
	 */
	record Unseen(String key) implements Binding {

	}

}
