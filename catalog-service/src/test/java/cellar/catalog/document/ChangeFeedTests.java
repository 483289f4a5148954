package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cellar.catalog.snapshot.Diff;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeFeedTests {

	@Test
	void renderTellsEachPublication() {
		Change latest = new Change(7, Instant.parse("2026-11-22T10:11:12Z"), "Debian <13> & more",
				new Diff(List.of("a", "b"), List.of("c"), List.of("d")));
		Change before = new Change(6, Instant.parse("2026-11-21T00:00:00Z"), "again",
				new Diff(List.of(), List.of(), List.of()));
		assertThat(render(URI.create("http://images.example"), latest, before)).isEqualTo("""
				<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">\
				<id>urn:uuid:FEED</id><title>Cellar: changes of the image catalog</title>\
				<updated>2026-11-22T10:11:12Z</updated><author><name>Cellar</name></author>\
				<link rel="self" href="http://images.example/feed.atom"/>\
				<link rel="alternate" href="http://images.example/"/>\
				<entry><id>urn:uuid:SEVEN</id><title>Publication 7: Debian &lt;13&gt; &amp; more</title>\
				<updated>2026-11-22T10:11:12Z</updated>\
				<link rel="alternate" href="http://images.example/p/7/catalog.json"/>\
				<content>Added: a, b. Changed: c. Removed: d. </content></entry>\
				<entry><id>urn:uuid:SIX</id><title>Publication 6: again</title><updated>2026-11-21T00:00:00Z</updated>\
				<link rel="alternate" href="http://images.example/p/6/catalog.json"/>\
				<content>No image has changed.</content></entry></feed>""".replace("FEED", Editions.SITE.toString())
			.replace("SEVEN", id("7"))
			.replace("SIX", id("6")));
	}

	@Test
	void renderWhenMuchHasChangedTellsHowMuchMore() {
		Change change = new Change(1, Instant.EPOCH, "first",
				new Diff(Collections.nCopies(101, "a"), List.of(), List.of()));
		assertThat(render(null, change)).contains("a, a and 1 more.").doesNotContain("<link");
	}

	@Test
	void renderWhenTheSiteHasMovedKeepsIds() {
		Change change = new Change(1, Instant.EPOCH, "first", new Diff(List.of(), List.of(), List.of()));
		assertThat(render(null, change)).contains("<id>urn:uuid:" + id("1"));
		assertThat(render(URI.create("http://elsewhere"), change)).contains("<id>urn:uuid:" + id("1"));
	}

	// Never changes, or readers would show everything once more.
	private static String id(String serial) {
		return UUID.nameUUIDFromBytes((Editions.SITE + "/" + serial).getBytes(StandardCharsets.UTF_8)).toString();
	}

	private static String render(@Nullable URI site, Change... changes) {
		Edition edition = new Edition(Editions.SITE, 7, Instant.parse("2026-11-22T10:11:12Z"), Instant.EPOCH, List.of(),
				List.of(), List.of(changes));
		return new String(new ChangeFeed(site).render(edition).content(), StandardCharsets.UTF_8);
	}

}
