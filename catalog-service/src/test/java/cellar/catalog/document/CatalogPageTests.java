package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import cellar.catalog.signature.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogPageTests {

	private final Documents documents = new Documents(new SiteProperties(URI.create("http://images.example")),
			TestKeys.none());

	@Test
	void pageShowsEverythingOfAnImage() {
		String page = page(Editions.of(Editions.image("debian-x86_64-20120114", "Debian 6", true)));
		assertThat(page).contains("debian-x86_64-20120114", "Debian 6", "0481432305", "2012-01-14", "11 B", "xen, kvm",
				"<code>root</code>", "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
				"EUSTORE_URL=http://images.example/ ", "<strong>7</strong>", "2026-11-22 10:11 UTC");
		assertThat(page).contains(
				"href=\"starter-emis/debian-x86_64-20120114/3f2504e0-4f89-41d3-9a0c-0305e82c3301/debian-x86_64-20120114.tgz\"");
	}

	@Test
	void pageWhenTextIsHostileShowsItAsText() {
		String hostile = "</p><script>alert(1)</script><img src=x onerror='alert(2)'> [[${serial}]] \"x\"";
		String page = page(Editions.of(Editions.image("a", hostile, true)));
		assertThat(page).doesNotContain("<script", "<img", "onerror='")
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "[[${serial}]]");
	}

	@Test
	void pageObeysTheStrictestContentSecurityPolicy() {
		String page = page(Editions.of(Editions.image("a", "b", false)));
		assertThat(page).doesNotContainIgnoringCase("<style", "<script", "javascript:", "th:");
		assertThat(page).doesNotContainPattern(Pattern.compile("\\s(style|on[a-z]+)=", Pattern.CASE_INSENSITIVE))
			.doesNotContainPattern("(href|src)=\"(//|http)");
	}

	@Test
	void pageWhenNothingIsPublishedSaysSo() {
		assertThat(page(Editions.of())).contains("Nothing is published yet").doesNotContain("class=\"card\"");
	}

	@Test
	void pageLinksTheStyleAsItIsNamed() {
		RenderedDocument style = this.documents.assets().getFirst();
		assertThat(style.name()).isEqualTo(StyleSheet.nameOf(style.content()));
		assertThat(page(Editions.of())).contains("href=\"" + style.name() + "\"");
	}

	private String page(Edition edition) {
		return this.documents.render(edition)
			.stream()
			.filter((document) -> document.name().equals("index.html"))
			.map((page) -> new String(page.content(), StandardCharsets.UTF_8))
			.findFirst()
			.orElseThrow();
	}

}
