package cellar.catalog.store;

/**
 * Large objects, read piece by piece.
 */
public interface ObjectReader {

	/**
	 * Reads an object from its first byte to its last.
	 * @param bucket the bucket
	 * @param key the key
	 * @param sink takes the bytes
	 * @throws StoreException if the store fails, there is no such object, or it breaks
	 * off
	 */
	void read(String bucket, String key, Sink sink);

	/**
	 * Takes bytes as they come.
	 */
	@FunctionalInterface
	interface Sink {

		/**
		 * Takes the next bytes.
		 * @param buffer where they are; belongs to the caller again afterwards
		 * @param offset where they begin
		 * @param length how many there are
		 */
		void accept(byte[] buffer, int offset, int length);

	}

}
