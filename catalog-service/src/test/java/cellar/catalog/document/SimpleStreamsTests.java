package cellar.catalog.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.description.Architecture;
import cellar.catalog.snapshot.SnapshotImage;
import cellar.catalog.snapshot.SnapshotPointer;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleStreamsTests {

	private static final JsonMapper JSON = new JsonMapper();

	private final SimpleStreams streams = new SimpleStreams();

	@Test
	void indexNamesEveryProduct() {
		assertThat(text(this.streams.render(edition(Editions.image("a", "Debian 6", true))).getFirst())).isEqualTo("""
				{"format":"index:1.0","updated":"Sun, 22 Nov 2026 10:11:12 GMT","serial":7,\
				"expires":"2026-12-22T10:11:12Z","index":{"cellar:images":{"datatype":"image-downloads",\
				"format":"products:1.0","path":"streams/v1/images.json",\
				"products":["cellar:debian:2012.1.14:amd64"],"updated":"Sun, 22 Nov 2026 10:11:12 GMT"}}}""");
	}

	@Test
	void productsTellEveryImage() {
		assertThat(text(this.streams.render(edition(Editions.image("a", "Debian 6", true))).getLast())).isEqualTo(
				"""
						{"format":"products:1.0","content_id":"cellar:images","datatype":"image-downloads",\
						"updated":"Sun, 22 Nov 2026 10:11:12 GMT","serial":7,"expires":"2026-12-22T10:11:12Z",\
						"products":{"cellar:debian:2012.1.14:amd64":{"arch":"amd64","os":"debian","release":"2012.1.14",\
						"release_title":"Debian 6","version":"2012.1.14","supported":true,"aliases":"debian/stable",\
						"versions":{"20120114.152138-00000000":{"label":"release","pubname":"a","items":{"tar.gz":{"ftype":"tar.gz",\
						"path":"starter-emis/a/3f2504e0-4f89-41d3-9a0c-0305e82c3301/a.tgz","size":11,\
						"sha256":"b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",\
						"md5":"5eb63bbbe01eeed093cb22bb8f5acdc3"}}}}}}}""");
	}

	@Test
	void versionsAreNamedTheSameWhateverElseIsThere() {
		SnapshotImage first = identified(1, "a");
		SnapshotImage second = identified(2, "b");
		JsonNode both = product(first, second).path("versions");
		assertThat(both.propertyNames()).containsExactly("20120114.152138-00000001", "20120114.152138-00000002");
		assertThat(product(second).path("versions").path("20120114.152138-00000002"))
			.isEqualTo(both.path("20120114.152138-00000002"));
	}

	private static SnapshotImage identified(long id, String name) {
		SnapshotImage image = Editions.image(name, "", true);
		return new SnapshotImage(new UUID(id << 32, 0), image.about(), image.eustoreName(), image.releasedAt(),
				image.stamp(), image.state(), image.life(), image.key(), image.url(), image.size(), image.sha256(),
				image.md5());
	}

	@Test
	void productWhoseImagesAreAllDeprecatedIsNotSupported() {
		assertThat(product(Editions.deprecated("a", "b")).path("supported").asBoolean()).isFalse();
		JsonNode mixed = product(Editions.deprecated("a", "b"), identified(1, "b"));
		assertThat(mixed.path("supported").asBoolean()).isTrue();
		assertThat(mixed.at("/versions/20120114.152138-00000000/label").asString()).isEqualTo("deprecated");
	}

	@Test
	void documentsWhenThereIsNothingAreStillDocuments() {
		assertThat(text(this.streams.render(edition()).getLast())).contains("\"products\":{}");
	}

	private JsonNode product(SnapshotImage... images) {
		return JSON.readTree(text(this.streams.render(edition(images)).getLast()))
			.path("products")
			.path("cellar:debian:2012.1.14:amd64");
	}

	private static Edition edition(SnapshotImage... images) {
		return new Edition(Editions.SITE, 7, Instant.parse("2026-11-22T10:11:12Z"),
				Instant.parse("2026-12-22T10:11:12Z"), List.of(images),
				List.of(new SnapshotPointer("stable", "debian", Architecture.X86_64, new UUID(0, 1))), List.of());
	}

	private static String text(RenderedDocument document) {
		return new String(document.content(), StandardCharsets.UTF_8);
	}

}
