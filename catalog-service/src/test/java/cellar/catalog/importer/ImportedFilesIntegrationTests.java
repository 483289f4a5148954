package cellar.catalog.importer;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpHandler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.common.catalog.EustoreName;
import cellar.common.hash.HashFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of entries that are fetched from servers of others.
 */
@ImportServer
class ImportedFilesIntegrationTests {

	private static final byte[] CONTENT = FileServer.content("an image ");

	private static final String TAG = "\"one\"";

	private final String file = SampleEntries.unique() + ".tgz";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private FileServer elsewhere;

	private Api api;

	@BeforeEach
	void start() throws IOException {
		this.api = new Api(this.port, "publisher");
		this.elsewhere = FileServer.start();
	}

	@AfterEach
	void stop() {
		this.elsewhere.close();
	}

	@Test
	void fetchKeepsTheFileAndLeavesTheImageADraft() {
		byte[] content = this.file.getBytes();
		this.elsewhere.answer("/files/" + this.file, FileServer.whole(TAG, content));
		String md5 = HashFunction.MD5.hexOf(content);
		JsonNode report = fetched("files/" + this.file, """
				, "size": %d, "sha256": "%s", "md5": "%s", "name": "%s\"""".formatted(content.length,
				HashFunction.SHA_256.hexOf(content), md5, EustoreName.ofMd5(md5)));
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		assertThat(report.at("/files/kept").asInt()).isOne();
		JsonNode file = report.at("/entries/0/file");
		assertThat(file.path("state").asString()).isEqualTo("kept");
		assertThat(file.path("percent").asInt()).isEqualTo(100);
		assertThat(file.path("attempts").asInt()).isOne();
		JsonNode image = image(report);
		assertThat(image.path("state").asString()).isEqualTo("DRAFT");
		assertThat(image.at("/artifact/size").asLong()).isEqualTo(content.length);
		assertThat(image.at("/artifact/url").asString()).endsWith("/" + this.file);
	}

	@Test
	void fetchWhenNameIsThatOfADraftMadeByHandLeavesItAlone() {
		String draft = this.api.draft();
		String name = this.api.get(draft).json().path("name").asString();
		this.elsewhere.answer("/" + this.file, FileServer.whole(TAG, CONTENT));
		JsonNode report = fetched(this.file, ", \"name\": \"%s\"".formatted(name));
		assertThat(report.at("/entries/0/outcome").asString()).isEqualTo("refused");
		assertThat(report.at("/entries/0").has("file")).isFalse();
		assertThat(this.elsewhere.ranges()).isEmpty();
		assertThat(this.api.get(draft).json().path("artifact").isNull()).isTrue();
	}

	@Test
	void fetchWhenConnectionBreaksAsksForTheRest() {
		this.elsewhere.answer("/" + this.file, FileServer.half(TAG, CONTENT), FileServer.rest(TAG, CONTENT));
		JsonNode report = fetched(this.file, "");
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("kept");
		assertThat(report.at("/entries/0/file/attempts").asInt()).isOne();
		assertThat(image(report).at("/artifact/sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(CONTENT));
		assertThat(this.elsewhere.ranges()).containsExactly("whole", "bytes=" + CONTENT.length / 2 + "-");
	}

	@Test
	void fetchWhenTheRestIsLongerThanItsRangeTakesNoMore() {
		this.elsewhere.answer("/" + this.file, FileServer.half(TAG, CONTENT), FileServer.restAndMore(TAG, CONTENT));
		JsonNode report = fetched(this.file, "");
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("kept");
		assertThat(image(report).at("/artifact/size").asLong()).isEqualTo(CONTENT.length);
		assertThat(image(report).at("/artifact/sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(CONTENT));
	}

	@Test
	void fetchWhenTheServerFailsAfterABreakGoesOnInTheNextAttempt() {
		this.elsewhere.answer("/" + this.file, FileServer.half(TAG, CONTENT), FileServer.status(503),
				FileServer.rest(TAG, CONTENT));
		JsonNode report = fetched(this.file, "");
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("kept");
		assertThat(report.at("/entries/0/file/attempts").asInt()).isEqualTo(2);
		assertThat(image(report).at("/artifact/sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(CONTENT));
		String rest = "bytes=" + CONTENT.length / 2 + "-";
		assertThat(this.elsewhere.ranges()).containsExactly("whole", rest, rest);
	}

	static Stream<HttpHandler> wrongRests() {
		return Stream.of(FileServer.whole(TAG, CONTENT), FileServer.rest("\"other\"", CONTENT),
				FileServer.rest(TAG, FileServer.content("another image ")), FileServer.status(412),
				FileServer.status(416));
	}

	@ParameterizedTest
	@MethodSource("wrongRests")
	void fetchWhenTheRestIsNotOfTheSameFileBeginsAgain(HttpHandler rest) {
		this.elsewhere.answer("/" + this.file, FileServer.half(TAG, CONTENT), rest, FileServer.whole(TAG, CONTENT));
		JsonNode report = fetched(this.file, "");
		assertThat(report.at("/entries/0/file/attempts").asInt()).isEqualTo(2);
		assertThat(image(report).at("/artifact/sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(CONTENT));
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(FileServer.half("", CONTENT), 3, "broke after"),
				Arguments.of(FileServer.half("W/\"weak\"", CONTENT), 3, "broke after"),
				Arguments.of(FileServer.status(404), 1, "answered 404"),
				Arguments.of(FileServer.status(503), 3, "answered 503"),
				Arguments.of(FileServer.typed("text/html; charset=utf-8", "Not found"), 1, "a page"),
				Arguments.of(FileServer.typed("application/gzip", "<html>Not found"), 1, "a page"),
				Arguments.of(FileServer.endless(), 1, "how long the file is"),
				Arguments.of(FileServer.status(200), 1, "no bytes"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void fetchWhenTheServerMisbehavesLeavesADraft(HttpHandler handler, int attempts, String reason) {
		this.elsewhere.answer("/" + this.file, handler);
		JsonNode report = fetched(this.file, "");
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		JsonNode file = report.at("/entries/0/file");
		assertThat(file.path("state").asString()).isEqualTo("failed");
		assertThat(file.path("attempts").asInt()).isEqualTo(attempts);
		assertThat(file.path("reason").asString()).contains(reason);
		assertThat(image(report).has("artifact") && !image(report).path("artifact").isNull()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"size": 17               | promised 17
			"size": "17"             | promised 17
			"sha256": "SIXTYFOUR"    | SHA-256
			"md5": "THIRTYTWO"       | MD5
			"name": "4000000009"     | eustore number
			""")
	void fetchWhenTheFileIsAnotherRefusesIt(String promise, String reason) {
		this.elsewhere.answer("/" + this.file, FileServer.whole(TAG, CONTENT));
		JsonNode report = fetched(this.file,
				", " + promise.replace("SIXTYFOUR", "0".repeat(64)).replace("THIRTYTWO", "0".repeat(32)));
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("failed");
		assertThat(report.at("/entries/0/file/reason").asString()).contains(reason);
	}

	@Test
	void fetchWhenNothingTellsWhereTheFileIsSkipsIt() {
		JsonNode report = this.api.imported("{\"fetch\": true, \"catalog\": {\"images\": ["
				+ FileServer.entry(this.file, "") + ",{\"os\":\"debian\",\"architecture\":\"x86_64\"}]}}");
		assertThat(report.at("/files/skipped").asInt()).isEqualTo(2);
		assertThat(report.at("/entries/0/file/reason").asString()).contains("'base'");
	}

	@Test
	void fetchWhenAskedForAgainFetchesWhatIsMissing() {
		this.elsewhere.answer("/" + this.file, FileServer.status(404), FileServer.whole(TAG, CONTENT));
		String entry = FileServer.entry(this.elsewhere.address("/" + this.file), "");
		String order = "{\"fetch\": true, \"catalog\": {\"images\": [" + entry + "]}}";
		assertThat(this.api.imported(order).at("/files/failed").asInt()).isOne();
		JsonNode second = this.api.imported(order);
		assertThat(second.at("/entries/0/outcome").asString()).isEqualTo("refused");
		assertThat(second.at("/files/kept").asInt()).isOne();
		assertThat(this.api.imported(order).at("/files/skipped").asInt()).isOne();
	}

	@Test
	void fetchWhenTheProcessDiedGoesOnInItsLane() {
		this.elsewhere.answer("/" + this.file, FileServer.whole(TAG, CONTENT));
		JsonNode report = this.api.imported("{\"catalog\": {\"images\": [" + FileServer.entry(this.file, "") + "]}}");
		UUID importId = UUID.fromString(report.path("id").asString());
		this.jdbc.sql("update import set fetch_files = true where id = ?").param(importId).update();
		this.jdbc.sql("""
				insert into download (import_id, position, image_id, state, url, actor, lane, bytes, attempts, due_at)
				values (?, 0, ?, 'FETCHING', ?, 'publisher', 1, 17, 1, now())""")
			.param(importId)
			.param(UUID.fromString(report.at("/entries/0/imageId").asString()))
			.param(this.elsewhere.address("/" + this.file))
			.update();
		// Whoever asks for something opens the lanes.
		fetched(SampleEntries.unique(), "");
		JsonNode after = Awaitility.await()
			.until(() -> this.api.get("/api/v1/imports/" + importId).json(),
					(found) -> found.path("state").asString().equals("COMPLETED"));
		assertThat(after.at("/entries/0/file/state").asString()).isEqualTo("kept");
		assertThat(after.at("/entries/0/file/attempts").asInt()).isEqualTo(2);
	}

	@Test
	void importsAreListedNewestFirst() {
		String id = this.api.imported(SampleEntries.catalog(SampleEntries.unique())).path("id").asString();
		JsonNode list = this.api.as("reader").get("/api/v1/imports?size=1").expect(200).json();
		assertThat(list.at("/items/0/id").asString()).isEqualTo(id);
		assertThat(list.path("total").asInt()).isPositive();
		this.api.as(null).get("/api/v1/imports").expect(401);
		assertThat(this.api.delete("/api/v1/imports/" + UUID.randomUUID()).expect(404).problem())
			.isEqualTo("import-not-found");
	}

	private JsonNode fetched(String url, String more) {
		return this.api.imported(this.elsewhere.order(url, more));
	}

	private JsonNode image(JsonNode report) {
		return this.api.get("/api/v1/images/" + report.at("/entries/0/imageId").asString()).expect(200).json();
	}

}
