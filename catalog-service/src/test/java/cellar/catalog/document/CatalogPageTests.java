package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cellar.catalog.signature.TestKeys;
import cellar.catalog.signature.VerificationKey;

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

	@Test
	void pageWhenImageIsDeprecatedLeadsToItsSuccessor() {
		String page = page(Editions.of(Editions.image("new", "b", true), Editions.deprecated("old", "new")));
		assertThat(page).contains("Deprecated since 2026-11-01. Take <a href=\"#image-new\">new</a> instead.",
				"id=\"image-new\"", "class=\"tag state active\"", "class=\"tag state deprecated\"");
	}

	@Test
	void pageWhenSuccessorIsNotPublishedOnlyNamesIt() {
		assertThat(page(Editions.of(Editions.deprecated("old", "new"))))
			.contains("Deprecated since 2026-11-01. Take new instead.", "<span>1</span> image,");
	}

	@Test
	void pageTellsWhatUsersAskBeforeTheyStartAnImage() {
		assertThat(page(Editions.of(Editions.deprecated("old", "new")))).contains("<code>m1.medium</code>",
				"<strong>Note:</strong> <span>slow</span>", "<dd>passed with eucalyptus 3.4 on 2014-01-09</dd>",
				"<dd>failed</dd>", "team: a");
	}

	@Test
	void pageWhenThereAreKeysLinksSignatures() {
		assertThat(page(Editions.of())).doesNotContain(".sig");
		VerificationKey second = TestKeys.both().keys().getLast();
		assertThat(page(new Documents(new SiteProperties(null), TestKeys.both()), Editions.of()))
			.contains("href=\"SHA256SUMS.sig\"", "href=\"keys/" + second.id() + ".pem\"");
	}

	@Test
	void pageLinksOnlyToWhatIsThere() {
		Documents signing = new Documents(new SiteProperties(null), TestKeys.both());
		Edition edition = Editions.of(Editions.image("new", "b", true), Editions.deprecated("old", "new"));
		String page = page(signing, edition);
		List<String> there = Stream.concat(signing.assets().stream(), signing.render(edition).stream())
			.map(RenderedDocument::name)
			.toList();
		assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map((link) -> link.group(1)))
			.hasSizeGreaterThan(10)
			.allMatch((link) -> link.startsWith("#") ? page.contains("id=\"" + link.substring(1) + "\"")
					: link.startsWith("starter-emis/") || there.contains(link));
	}

	private String page(Edition edition) {
		return page(this.documents, edition);
	}

	private static String page(Documents documents, Edition edition) {
		return documents.render(edition)
			.stream()
			.filter((document) -> document.name().equals("index.html"))
			.map((page) -> new String(page.content(), StandardCharsets.UTF_8))
			.findFirst()
			.orElseThrow();
	}

}
