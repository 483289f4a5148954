package cellar.catalog.publisher;

import java.util.List;

import org.junit.jupiter.api.Test;

import cellar.catalog.document.RenderedDocument;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTests {

	@Test
	void movedPrefixesNameEveryPointerOnceAndNoAsset() {
		List<RenderedDocument> documents = List.of(document("index.html", "text/html; charset=utf-8"),
				document("assets/page-1.css", "text/css; charset=utf-8"), document("catalog.json", "application/json"),
				document("catalog", "application/json"));
		assertThat(Site.movedPrefixes(documents)).containsExactly("catalog", "index.html");
	}

	private static RenderedDocument document(String name, String contentType) {
		return new RenderedDocument(name, contentType, new byte[0]);
	}

}
