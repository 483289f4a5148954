package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cellar.catalog.document.RenderedDocument;

import static org.assertj.core.api.Assertions.assertThat;

class ReadersTests {

	private static final List<RenderedDocument> DOCUMENTS = List.of(document("catalog.json"), document("catalog"),
			document("assets/page-1.css"));

	private final List<String> done = new ArrayList<>();

	private final Readers readers = new Readers((prefixes) -> this.done.add("purge " + prefixes),
			(key, content) -> this.done.add("read " + key));

	@Test
	void canReadLooksAtWhatNeverChangesAndPurgesNothing() {
		this.readers.canRead(7, DOCUMENTS);
		assertThat(this.done).containsExactly("read p/7/catalog.json", "read p/7/catalog", "read assets/page-1.css");
	}

	@Test
	void lookAgainPurgesEveryPointerOnceAndThenReadsThem() {
		this.readers.lookAgain(DOCUMENTS);
		assertThat(this.done).containsExactly("purge [catalog]", "read catalog.json", "read catalog");
	}

	private static RenderedDocument document(String name) {
		return new RenderedDocument(name, "application/json", new byte[1]);
	}

}
