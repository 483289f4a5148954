package cellar.catalog.publisher;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

/**
 * The bucket that readers see. Whatever is written is read back.
 */
@Component
class SiteBucket {

	private static final String SHORT_LIVED = "public, max-age=30";

	/**
	 * The page last, since it links to the others. A signature right behind what it
	 * signs, since readers who get one of them old have to ask again.
	 */
	private static final Comparator<RenderedDocument> ORDER = Comparator.comparing(RenderedDocument::isPage)
		.thenComparing(RenderedDocument::subject)
		.thenComparing(RenderedDocument::name);

	private final ObjectStore store;

	private final Buckets buckets;

	SiteBucket(ObjectStore store, Buckets buckets) {
		this.store = store;
		this.buckets = buckets;
	}

	void writeImmutable(long serial, List<RenderedDocument> documents) {
		for (RenderedDocument document : documents) {
			write(document.immutableKey(serial), document, ObjectHeaders.IMMUTABLE);
		}
	}

	void movePointers(List<RenderedDocument> documents, Runnable beforeEach) {
		for (RenderedDocument pointer : pointers(documents)) {
			beforeEach.run();
			write(pointer.name(), pointer, SHORT_LIVED);
		}
	}

	void removePointers(List<String> names, Runnable beforeEach) {
		for (String name : names) {
			beforeEach.run();
			this.store.delete(this.buckets.site(), name);
		}
	}

	boolean pointersShow(List<RenderedDocument> documents) {
		return pointers(documents).stream()
			.allMatch(
					(pointer) -> Arrays.equals(this.store.get(this.buckets.site(), pointer.name()), pointer.content()));
	}

	private static List<RenderedDocument> pointers(List<RenderedDocument> documents) {
		return documents.stream().filter(RenderedDocument::isPointer).sorted(ORDER).toList();
	}

	private void write(String key, RenderedDocument document, String cacheControl) {
		this.store.put(this.buckets.site(), key, document.content(),
				new ObjectHeaders(document.contentType(), cacheControl));
		byte[] found = this.store.get(this.buckets.site(), key);
		if (found == null || !Arrays.equals(found, document.content())) {
			throw new StoreException(
					"'%s' in bucket '%s' is not what was just written".formatted(key, this.buckets.site()));
		}
	}

}
