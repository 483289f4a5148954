package cellar.catalog.revocation;

import cellar.catalog.store.StoreException;

/**
 * Who may read artifacts.
 */
public interface ObjectAccess {

	/**
	 * Takes an object away from all readers, those who come through a gateway that reads
	 * with credentials included. The bytes stay in the bucket for its owner. Safe to
	 * repeat, and nothing to do if there is no such object.
	 * @param bucket the bucket
	 * @param key the key
	 * @throws StoreException if the store fails, or the object can still be read
	 */
	void revoke(String bucket, String key);

}
