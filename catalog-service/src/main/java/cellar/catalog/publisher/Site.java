package cellar.catalog.publisher;

import java.util.Arrays;
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
class Site {

	private static final String BRIEFLY = "public, max-age=30";

	private static final String ASSETS = "assets/";

	/** The order in which pointers move: the page last, since it links to the others. */
	private static final List<String> POINTERS = List.of("catalog", "catalog.json", "index.html");

	private final ObjectStore store;

	private final Buckets buckets;

	Site(ObjectStore store, Buckets buckets) {
		this.store = store;
		this.buckets = buckets;
	}

	void writeForGood(long serial, List<RenderedDocument> documents) {
		for (RenderedDocument document : documents) {
			boolean asset = document.name().startsWith(ASSETS);
			write(asset ? document.name() : "p/" + serial + "/" + document.name(), document, ObjectHeaders.IMMUTABLE);
		}
	}

	void movePointers(List<RenderedDocument> documents, Runnable beforeEach) {
		for (String pointer : POINTERS) {
			RenderedDocument document = named(pointer, documents);
			beforeEach.run();
			write(pointer, document, BRIEFLY);
		}
	}

	boolean pointersShow(List<RenderedDocument> documents) {
		return POINTERS.stream()
			.allMatch((pointer) -> Arrays.equals(this.store.get(this.buckets.site(), pointer),
					named(pointer, documents).content()));
	}

	/**
	 * Returns what a gateway must forget after pointers have moved.
	 * @return beginnings of keys
	 */
	List<String> movedPrefixes() {
		return List.of("catalog", "index.html");
	}

	private static RenderedDocument named(String name, List<RenderedDocument> documents) {
		return documents.stream().filter((document) -> document.name().equals(name)).findFirst().orElseThrow();
	}

	private void write(String key, RenderedDocument document, String cacheControl) {
		this.store.put(this.buckets.site(), key, document.content(),
				new ObjectHeaders(document.contentType(), cacheControl));
		byte[] found = this.store.get(this.buckets.site(), key);
		if (found == null || !Arrays.equals(found, document.content())) {
			throw new StoreException(
					"'%s' in bucket '%s' is not what was just written".formatted(key, this.buckets.site()), null);
		}
	}

}
