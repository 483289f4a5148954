package cellar.catalog.store;

import java.util.List;

/**
 * Large objects in parts. Until {@link #complete} returns there is no object. Every
 * method throws {@link StoreException} when the store fails.
 */
public interface MultipartStore {

	/**
	 * Begins an object that everybody may read once it is complete.
	 * @param key the key in the images bucket
	 * @param contentType the media type
	 * @return the store's name of the upload
	 */
	String begin(String key, String contentType);

	/**
	 * Sends a part.
	 * @param key the key
	 * @param multipartId the upload
	 * @param number counts from 1
	 * @param buffer holds the part from its start; is not kept
	 * @param length bytes of the part
	 * @return the tag that completes the upload
	 */
	String part(String key, String multipartId, int number, byte[] buffer, int length);

	/**
	 * Makes the parts one object. The store refuses parts that were replaced since.
	 * @param key the key
	 * @param multipartId the upload
	 * @param parts all parts by rising number; numbers may be left out
	 */
	void complete(String key, String multipartId, List<Part> parts);

	/**
	 * Forgets an upload and its parts; succeeds if there is none.
	 * @param key the key
	 * @param multipartId the upload
	 */
	void abort(String key, String multipartId);

	/**
	 * Lists uploads that were begun and neither completed nor aborted.
	 * @param key the key
	 * @return the store's names of them
	 */
	List<String> pending(String key);

	/**
	 * A part that the store has taken.
	 *
	 * @param number where it belongs, from 1 to 10000
	 * @param tag what the store calls it
	 */
	record Part(int number, String tag) {

	}

}
