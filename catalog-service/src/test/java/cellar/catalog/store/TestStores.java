package cellar.catalog.store;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Stores for tests of other packages.
 */
public final class TestStores {

	private TestStores() {
	}

	public static ObjectStore over(S3Client client) {
		return new S3ObjectStore(client, PublicAccess.NONE);
	}

	/**
	 * Returns a store that says that it has deleted what it keeps.
	 * @param store the store behind it
	 * @return the store
	 */
	public static ObjectStore keepingEverything(ObjectStore store) {
		return new ObjectStore() {

			@Override
			public void put(String bucket, String key, byte[] content, ObjectHeaders headers) {
				store.put(bucket, key, content, headers);
			}

			@Override
			public byte @Nullable [] get(String bucket, String key) {
				return store.get(bucket, key);
			}

			@Override
			public OptionalLong size(String bucket, String key) {
				return store.size(bucket, key);
			}

			@Override
			public void delete(String bucket, String key) {
				// Nothing is ever gone.
			}

		};
	}

}
