package cellar.catalog.transfer;

import java.util.List;

import org.springframework.stereotype.Component;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

/**
 * Makes parts one object, and makes sure that it is there whole.
 */
@Component
public class ObjectJoiner {

	private final MultipartStore parts;

	private final ObjectStore objects;

	private final Buckets buckets;

	ObjectJoiner(MultipartStore parts, ObjectStore objects, Buckets buckets) {
		this.parts = parts;
		this.objects = objects;
		this.buckets = buckets;
	}

	/**
	 * Joins the parts of an object, unless that was done before.
	 * @param key the key in the images bucket
	 * @param multipartId the upload
	 * @param sent all parts in order
	 * @param size bytes that the object must have
	 * @throws StoreException if there is no such object afterwards
	 */
	public void join(String key, String multipartId, List<MultipartStore.Part> sent, long size) {
		complete(key, multipartId, sent);
		long stored = this.objects.size(this.buckets.images(), key).orElse(-1);
		if (stored != size) {
			throw new StoreException("'%s' has %d bytes in the store instead of %d".formatted(key, stored, size));
		}
	}

	private void complete(String key, String multipartId, List<MultipartStore.Part> sent) {
		try {
			this.parts.complete(key, multipartId, sent);
		}
		catch (StoreException ex) {
			// Stores may take longer over a large object than anybody waits.
			if (this.objects.size(this.buckets.images(), key).isEmpty()) {
				throw ex;
			}
		}
	}

}
