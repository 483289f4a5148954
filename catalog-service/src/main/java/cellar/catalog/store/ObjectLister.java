package cellar.catalog.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is in a bucket, portion by portion. Every method throws {@link StoreException}
 * when the store fails.
 */
public interface ObjectLister {

	/**
	 * Lists objects in the order of their keys.
	 * @param bucket the bucket
	 * @param from where the portion before ended, if there was one
	 * @return the next portion
	 */
	Portion objects(String bucket, @Nullable Place from);

	/**
	 * Lists uploads in parts that were begun and neither completed nor aborted.
	 * @param bucket the bucket
	 * @param from where the portion before ended, if there was one
	 * @return the next portion
	 */
	Portion uploads(String bucket, @Nullable Place from);

	/**
	 * Some of what a bucket holds.
	 *
	 * @param entries at most some thousand, perhaps none
	 * @param next where there is more, if there is
	 */
	record Portion(List<Entry> entries, @Nullable Place next) {

		public Portion {
			entries = List.copyOf(entries);
		}

	}

	/**
	 * Where a list goes on.
	 *
	 * @param key behind this key
	 * @param multipartId behind this upload, if uploads are listed
	 */
	record Place(String key, @Nullable String multipartId) {

	}

	/**
	 * An object, or an upload of one.
	 *
	 * @param key the key
	 * @param multipartId the store's name of the upload, if it is one
	 * @param size bytes of an object; 0 of an upload
	 * @param modifiedAt when it was written or begun
	 */
	record Entry(String key, @Nullable String multipartId, long size, Instant modifiedAt) {

	}

}
