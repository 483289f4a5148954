package cellar.catalog.store;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * Small objects, whole. Every method throws {@link StoreException} when the store fails.
 */
public interface ObjectStore {

	/**
	 * Writes an object for everybody to read.
	 * @param bucket the bucket
	 * @param key the key
	 * @param content all bytes
	 * @param headers what readers are told of it
	 */
	void put(String bucket, String key, byte[] content, ObjectHeaders headers);

	/**
	 * Reads an object.
	 * @param bucket the bucket
	 * @param key the key
	 * @return all bytes, or {@code null} if there is no such object
	 */
	byte @Nullable [] get(String bucket, String key);

	/**
	 * Asks for the size of an object.
	 * @param bucket the bucket
	 * @param key the key
	 * @return bytes, or nothing if there is no such object
	 */
	OptionalLong size(String bucket, String key);

	/**
	 * Deletes an object if it is there.
	 * @param bucket the bucket
	 * @param key the key
	 */
	void delete(String bucket, String key);

}
