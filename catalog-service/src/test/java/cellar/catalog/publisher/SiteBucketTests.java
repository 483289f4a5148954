package cellar.catalog.publisher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SiteBucketTests {

	private static final String[] POINTERS = { "catalog", "catalog.json", "index.html" };

	private static final List<RenderedDocument> OLD = edition("old");

	private static final List<RenderedDocument> NEW = edition("new");

	private static final Runnable UNCHECKED = () -> {
	};

	private final InMemoryStore store = new InMemoryStore();

	private final SiteBucket site = new SiteBucket(this.store, new Buckets("images", "site"));

	@Test
	void writeImmutableReadsEachDocumentBackAndTouchesNoPointer() {
		this.site.writeImmutable(7, NEW);
		assertThat(this.store.calls()).containsExactly("put p/7/index.html", "get p/7/index.html",
				"put assets/page-1.css", "get assets/page-1.css", "put p/7/catalog.json", "get p/7/catalog.json",
				"put p/7/catalog", "get p/7/catalog");
		assertThat(this.store.cacheControl("p/7/catalog")).contains("immutable");
	}

	@Test
	void writeImmutableWhenWhatIsReadBackDiffersStopsThere() {
		this.store.damage("assets/page-1.css");
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> this.site.writeImmutable(7, NEW))
			.withMessageContaining("assets/page-1.css");
		assertThat(this.store.calls()).endsWith("put assets/page-1.css", "get assets/page-1.css");
	}

	@Test
	void movePointersReadsEachBackBeforeTheNextAndMovesThePageLast() {
		this.site.movePointers(NEW, UNCHECKED);
		assertThat(this.store.calls()).containsExactly("put catalog", "get catalog", "put catalog.json",
				"get catalog.json", "put index.html", "get index.html");
		assertThat(this.store.cacheControl("index.html")).isEqualTo("public, max-age=30");
	}

	@Test
	void movePointersChecksTheLockBeforeEachOfThem() {
		List<Integer> callsBefore = new ArrayList<>();
		this.site.movePointers(NEW, () -> callsBefore.add(this.store.calls().size()));
		assertThat(callsBefore).containsExactly(0, 2, 4);
	}

	@Test
	void movePointersWhenTheLockIsLostInBetweenLeavesTheOthers() {
		this.site.movePointers(OLD, UNCHECKED);
		int before = this.store.calls().size();
		assertThatIllegalStateException().isThrownBy(() -> this.site.movePointers(NEW, () -> {
			if (this.store.calls().size() > before) {
				throw new IllegalStateException("lost");
			}
		}));
		assertPointersShow("new", "old", "old");
	}

	@Test
	void movePointersWhenAWriteFailsLeavesItAndThoseAfterIt() {
		this.site.movePointers(OLD, UNCHECKED);
		this.store.refuse("catalog.json");
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> this.site.movePointers(NEW, UNCHECKED));
		assertPointersShow("new", "old", "old");
	}

	@Test
	void movePointersWhenWhatIsReadBackDiffersLeavesThoseAfterIt() {
		this.site.movePointers(OLD, UNCHECKED);
		this.store.damage("catalog");
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> this.site.movePointers(NEW, UNCHECKED));
		assertPointersShow("", "old", "old");
	}

	@Test
	void pointersShowWhenOneIsOfAnotherPublicationSaysSo() {
		this.site.movePointers(OLD, UNCHECKED);
		assertThat(this.site.pointersShow(OLD)).isTrue();
		assertThat(this.site.pointersShow(NEW)).isFalse();
		this.store.refuse("index.html");
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> this.site.movePointers(NEW, UNCHECKED));
		assertThat(this.site.pointersShow(NEW)).isFalse();
	}

	private void assertPointersShow(String... texts) {
		assertThat(POINTERS).extracting(this.store::text).containsExactly(texts);
	}

	/**
	 * In an order that is not the one wanted.
	 */
	private static List<RenderedDocument> edition(String text) {
		return List.of(document("index.html", "text/html; charset=utf-8", text),
				document("assets/page-1.css", "text/css; charset=utf-8", text),
				document("catalog.json", "application/json", text), document("catalog", "application/json", text));
	}

	private static RenderedDocument document(String name, String contentType, String text) {
		return new RenderedDocument(name, contentType, text.getBytes(StandardCharsets.UTF_8));
	}

}
