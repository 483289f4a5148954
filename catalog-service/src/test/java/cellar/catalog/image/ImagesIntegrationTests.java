package cellar.catalog.image;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How images are found and listed.
 */
@CatalogServer
class ImagesIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void getWhenTagMatchesIsNotSentAgain() {
		String image = this.api.draft("cached");
		BodyPublisher none = BodyPublishers.noBody();
		assertThat(this.api.send("GET", image, none, "If-None-Match", "\"0\"").status()).isEqualTo(304);
		assertThat(this.api.send("GET", image, none, "If-None-Match", "\"9\"").status()).isEqualTo(200);
	}

	@Test
	void listPagesInAStableOrderAndFilters() {
		IntStream.range(0, 5).forEach((index) -> this.api.draft("paged-" + index));
		List<String> seen = new ArrayList<>();
		for (int page = 0; page < 3; page++) {
			JsonNode answer = this.api.get("/api/v1/images?q=PAGED-&size=2&sort=os,desc&page=" + page)
				.expect(200)
				.json();
			assertThat(answer.path("total").asInt()).isEqualTo(5);
			answer.path("items").forEach((item) -> seen.add(item.path("id").asString()));
		}
		assertThat(new HashSet<>(seen)).hasSize(5);
		assertThat(this.api.get("/api/v1/images?q=paged-&sort=name,desc").json().at("/items/0/name").asString())
			.isEqualTo("paged-4");
		assertThat(total("q=paged-&state=active,obsolete")).isZero();
		assertThat(total("q=paged-&state=active,DRAFT")).isEqualTo(5);
		assertThat(total("q=paged-&state=active&state=draft")).isEqualTo(5);
		assertThat(total("q=paged-&os=debian&architecture=x86_64&state=DRAFT")).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sought-x86_64-20120114", "sought", "sou", "SOUGHT", "x86 sought", "20120114 sou",
			"x86_64-2012+sou", "sought 2012.1.14", "sought Squeeze", "sought \u00fcb", "sought slow", "'sought'",
			"sought!", "sought | x86", "sou:*", "<->sought", "sought\\" })
	void listFindsImagesByTheBeginningsOfTheirWords(String q) {
		sought();
		assertThat(total("q=" + encoded(q))).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ought", "sought ubuntu", "sought 86_64x", "'!&|:*", "\\", "'", "sought & nothing",
			"!sought2", "%", "sought _9", "a'b&c|d!(e):*<->f", "(((", "$$" })
	void listWhenAWordIsInNoneFindsNone(String q) {
		sought();
		assertThat(total("q=" + encoded(q))).isZero();
	}

	@Test
	void listFindsImagesByLabels() {
		String key = "team" + System.nanoTime();
		label(key, "a,b:c");
		label(key, "a");
		assertThat(total("label=" + key + ":a,b:c")).isOne();
		assertThat(total("label=" + key + ":a,b:c&label=shared:yes")).isOne();
		assertThat(total("label=" + key + ":a,b:c&label=shared:no")).isZero();
		assertThat(total("label=" + key + ":")).isZero();
		assertThat(total("label=shared:yes&q=" + key)).isZero();
		assertThat(total("label=" + encoded(key + ":'\"}"))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "size=0", "size=1001", "page=-1", "page=x", "state=lost", "sort=secret", "sort=name,up",
			"q=a%00b", "os=%00", "architecture=%00", "q=%0A", "state=", "state=active,lost", "label=x", "label=",
			"label=a:%00", "label=a:1&label=a:2" })
	void listWhenAParameterIsWrongNamesIt(String query) {
		Api.Answer answer = this.api.get("/api/v1/images?" + query).expect(400);
		assertThat(answer.problem()).isEqualTo("invalid-parameter");
		assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo(query.split("=")[0]);
	}

	@Test
	void listWhenSearchIsTooLongIsRefused() {
		assertThat(this.api.get("/api/v1/images?q=" + "a".repeat(201)).expect(400).problem())
			.isEqualTo("invalid-parameter");
		this.api.get("/api/v1/images?q=" + "a+".repeat(100)).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/images/not-a-uuid, 400, invalid-parameter",
			"/api/v1/images/00000000-0000-0000-0000-000000000000, 404, image-not-found",
			"/api/v1/publications/99999, 404, publication-not-found",
			"/api/v1/publications/x, 404, publication-not-found" })
	void getWhenThereIsNoneIsAProblem(String path, int status, String problem) {
		assertThat(this.api.get(path).expect(status).problem()).isEqualTo(problem);
	}

	private void sought() {
		if (total("q=sought") == 0) {
			this.api.createImage("""
					{"name": "sought-x86_64-20120114", "os": "debian", "architecture": "x86_64", "version": "2012.1.14",
					"description": "Debian 6 \u00dcber-Squeeze, 1.3GB root", "notes": "Slow to boot"}""");
		}
	}

	private void label(String key, String value) {
		this.api.createImage("""
				{"os": "debian", "architecture": "x86_64", "labels": {"%s": "%s", "shared": "yes"}}""".formatted(key,
				value));
	}

	private int total(String query) {
		return this.api.get("/api/v1/images?" + query).expect(200).json().path("total").asInt();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
