package cellar.catalog.document;

import java.util.List;

import org.junit.jupiter.api.Test;

import cellar.catalog.signature.TestKeys;
import cellar.catalog.signature.VerificationKey;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentsTests {

	private final Edition edition = Editions.of(Editions.image("a", "b", true));

	@Test
	void renderWhenThereIsNoKeySignsNothing() {
		assertThat(new Documents(new SiteProperties(null), TestKeys.none()).render(this.edition))
			.extracting(RenderedDocument::name)
			.containsExactlyInAnyOrder("catalog.json", "catalog", "SHA256SUMS", "streams/v1/index.json",
					"streams/v1/images.json", "feed.atom", "index.html", "keys/index.json");
	}

	@Test
	void renderWhenKeysOverlapSignsWithEach() {
		Documents documents = new Documents(new SiteProperties(null), TestKeys.both());
		VerificationKey first = TestKeys.both().keys().getFirst();
		VerificationKey second = TestKeys.both().keys().getLast();
		List<RenderedDocument> rendered = documents.render(this.edition);
		for (String name : List.of("catalog", "catalog.json", "SHA256SUMS", "streams/v1/index.json",
				"streams/v1/images.json")) {
			byte[] content = content(rendered, name);
			assertThat(first.verifies(content, content(rendered, name + ".sig"))).isTrue();
			assertThat(second.verifies(content, content(rendered, name + "." + second.id() + ".sig"))).isTrue();
			assertThat(second.verifies(content, content(rendered, name + ".sig"))).isFalse();
		}
		assertThat(rendered).hasSize(8 + 2 * 5);
	}

	@Test
	void assetsAreTheStyleTheSchemaAndEachKeyByItsName() {
		List<RenderedDocument> assets = new Documents(new SiteProperties(null), TestKeys.both()).assets();
		for (VerificationKey key : TestKeys.both().keys()) {
			assertThat(content(assets, "keys/" + key.id() + ".pem")).asString().isEqualTo(key.pem());
		}
		assertThat(assets).hasSize(4).noneMatch(RenderedDocument::isPointer);
	}

	@Test
	void subjectOfASignatureIsWhatItSigns() {
		assertThat(new RenderedDocument("catalog.json.sig", "", new byte[0]).subject()).isEqualTo("catalog.json");
		assertThat(new RenderedDocument("catalog.0123456789abcdef.sig", "", new byte[0]).subject())
			.isEqualTo("catalog");
		assertThat(new RenderedDocument("catalog.json", "", new byte[0]).subject()).isEqualTo("catalog.json");
	}

	private static byte[] content(List<RenderedDocument> documents, String name) {
		return documents.stream()
			.filter((document) -> document.name().equals(name))
			.map(RenderedDocument::content)
			.findFirst()
			.orElseThrow();
	}

}
