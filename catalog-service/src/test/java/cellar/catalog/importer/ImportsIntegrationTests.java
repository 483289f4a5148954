package cellar.catalog.importer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.Parts;
import cellar.catalog.intake.ImportProgress;
import cellar.catalog.intake.IntakeProperties;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.report.EntryResult;
import cellar.catalog.report.ImportReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cellar.catalog.intake.allow-internal=127.0.0.1", "cellar.catalog.intake.max-size=200KB",
				"cellar.catalog.intake.max-entries=50" })
class ImportsIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ImportRunner runner;

	@Autowired
	private ImportProgress progress;

	@Autowired
	private ImportReport report;

	@Autowired
	private CatalogSource source;

	@Autowired
	private IntakeProperties properties;

	@Autowired
	private ImportMetrics metrics;

	@Autowired
	private ImageIndex index;

	@Autowired
	private ImageLibrary library;

	@Autowired
	private Validator validator;

	@Autowired
	private JdbcClient jdbc;

	private HttpServer elsewhere;

	private Api api;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
	}

	@BeforeEach
	void start() throws IOException {
		this.api = new Api(this.port, "publisher");
		this.elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.elsewhere.start();
	}

	@AfterEach
	void stop() {
		this.elsewhere.stop(0);
	}

	@Test
	void importReportsEveryEntry() {
		String name = unique();
		JsonNode report = this.api.imported("""
				{"catalog": {"images": [
				{"name": "NAME", "os": "debian", "architecture": "x86_64", "version": "1", "description": "d",
				"url": "a.tgz", "date": "20120114152138", "stamp": "3752-f34a", "recipe": "r", "contact": "",
				"single-kernel": "True", "hypervisors-supported": ["kvm"]},
				{"name": "NAME", "os": "debian", "architecture": "x86_64"},
				{"name": "4000000001", "os": "cirros", "architecture": "x86_64", "usermame": "cirros"},
				{"os": "cirros", "architecture": "x86_64", "url": "http://x.example/NAME.tgz"},
				{"os": "cirros", "architecture": "x86_64", "url": "http://x.example/NAME.tgz"},
				{"name": "vax-1", "os": "ultrix", "architecture": "vax"},
				"text"]}}""".replace("NAME", name));
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		assertThat(report.path("entries").valueStream().map((entry) -> entry.path("outcome").asString()))
			.containsExactly("taken", "refused", "repaired", "repaired", "refused", "refused", "refused");
		assertThat(report.at("/entries/1/imageId")).isEqualTo(report.at("/entries/0/imageId"));
		JsonNode numbered = this.api.get("/api/v1/images/" + report.at("/entries/2/imageId").asString()).json();
		assertThat(numbered.path("name").asString()).startsWith("cirros-").doesNotContain("4000000001");
		assertThat(numbered.at("/origin/number").asString()).isEqualTo("4000000001");
		assertThat(numbered.path("loginUser").asString()).isEqualTo("cirros");
		assertThat(numbered.path("state").asString()).isEqualTo("DRAFT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"url": "a\\u0000b"                                   | url
			"url": "a\\ud800b"                                   | url
			"notes": "a\\u0000b"                                 | notes
			"md5": "a\\ud800b"                                   | md5
			"name": "a\\ud800b"                                  | name
			"notes": "LONG", "md5": "LONG", "tested": "LONG", "min-size": "LONG", "name": "LONGLONG" | shorten
			"\\u0000": 1, "version": "\\u0000\\ud800"              | version
			""")
	void importWhenAnEntryCannotBeKeptRefusesItAndGoesOn(String fields, String reason) {
		String bad = fields.replace("LONG", "\\\"".repeat(1000));
		String entries = "{\"images\":[{\"os\":\"debian\",\"architecture\":\"x86_64\"," + bad + "}," + "{\"name\":\""
				+ unique() + "\",\"os\":\"debian\",\"architecture\":\"x86_64\"}]}";
		answer("/catalog", 200, entries, null);
		for (String body : List.of("{\"url\":\"" + address("/catalog") + "\"}",
				"{\"catalog\":" + entries.replaceFirst("i[0-9a-f-]{36}", unique()) + "}")) {
			JsonNode report = this.api.imported(body);
			assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
			assertThat(report.at("/entries/0/outcome").asString()).isEqualTo("refused");
			assertThat(report.at("/entries/0/reasons").toString()).contains(reason);
			assertThat(report.at("/entries/1/outcome").asString()).isEqualTo("repaired");
		}
	}

	@Test
	void importKeepsEscapedBackslashes() {
		JsonNode report = this.api.imported("""
				{"catalog": {"images": [{"name": "NAME", "os": "debian", "architecture": "x86_64",
				"description": "A \\\\u0000 in words, an \u00fc"}]}}""".replace("NAME", unique()));
		assertThat(this.api.get("/api/v1/images/" + report.at("/entries/0/imageId").asString())
			.json()
			.path("description")
			.asString()).isEqualTo("A \\u0000 in words, an \u00fc");
	}

	@Test
	void importWithoutNameOfAKindWithAPlusMakesAUsableName() {
		JsonNode report = this.api
			.imported("{\"catalog\":{\"images\":[{\"os\":\"c++os\",\"architecture\":\"x86_64\"}]}}");
		assertThat(report.at("/entries/0/name").asString()).matches("c__os(-[0-9]+)?-x86_64-[0-9]{8}");
	}

	@Test
	void importWhenAllNamesAreTakenRefusesTheEntry() {
		this.jdbc.sql("""
				insert into image (id, name, os, architecture, version, description, hypervisors, virtualization_type,
				single_kernel, recipe, contact, state, released_at, stamp, created_at, updated_at, created_by,
				row_version)
				select gen_random_uuid(), 'full' || case when number = 1 then '' else '-' || number end
				|| '-x86_64-20010203', 'full', 'x86_64', '1', '', '{kvm}', 'hvm', true, '', '', 'DRAFT', now(),
				'0000-0000', now(), now(), 'x', 0 from generate_series(1, 9999) as number""").update();
		this.jdbc.sql("analyze image").update();
		JsonNode report = this.api.imported("{\"catalog\":{\"images\":[{\"os\":\"full\",\"architecture\":\"x86_64\","
				+ "\"date\":\"20010203000000\"},{\"os\":\"debian\",\"architecture\":\"x86_64\"}]}}");
		assertThat(report.at("/entries/0/reasons/0").asString()).contains("give the image a name");
		assertThat(report.at("/entries/1/outcome").asString()).isEqualTo("repaired");
		this.jdbc.sql("delete from image where os = 'full'").update();
	}

	@Test
	void runWhenAnEntryFailsUnexpectedlyTriesAgainAndThenRefusesIt() {
		UUID id = UUID.fromString(this.api.imported(catalog(unique())).path("id").asString());
		this.jdbc.sql("update import set state = 'RUNNING', finished_at = null, body = ? where id = ?")
			.param("{\"images\":[{},{\"name\":\"broken\"},{}]}")
			.param(id)
			.update();
		EntryImporter failing = new EntryImporter(this.index, this.library, this.validator, this.metrics) {

			@Override
			EntryResult take(JsonNode entry, Instant now, String actor) {
				if (entry.has("name")) {
					throw new IllegalStateException("bug");
				}
				return super.take(entry, now, actor);
			}

		};
		ImportRunner broken = new ImportRunner(this.progress, this.report, failing, this.source, this.properties,
				this.metrics);
		assertThatIllegalStateException().isThrownBy(() -> broken.run(id, false));
		broken.run(id, true);
		JsonNode report = this.api.get("/api/v1/imports/" + id).json();
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		assertThat(report.path("entries").size()).isEqualTo(3);
		assertThat(report.at("/entries/1/reasons/0").asString()).contains("failed");
	}

	@Test
	void importWhenEntryIsAlreadyHereRefusesIt() {
		String body = catalog(unique());
		JsonNode first = this.api.imported(body);
		JsonNode second = this.api.imported(body);
		assertThat(second.at("/entries/0/outcome").asString()).isEqualTo("refused");
		assertThat(second.at("/entries/0/imageId")).isEqualTo(first.at("/entries/0/imageId"));
	}

	@Test
	void runWhenBegunBeforeTakesEachEntryOnce() {
		UUID id = UUID.fromString(this.api.imported(catalog(unique())).path("id").asString());
		AtomicInteger judgements = new AtomicInteger();
		for (int attempt = 0; attempt < 2; attempt++) {
			this.report.judge(id, 1, () -> EntryResult.refused("judged", "at " + judgements.incrementAndGet()));
		}
		this.jdbc.sql("update import set state = 'RUNNING', finished_at = null, body = ? where id = ?")
			.param("{\"images\":[{},{}," + entry(unique()) + "]}")
			.param(id)
			.update();
		this.runner.run(id, false);
		JsonNode report = this.api.get("/api/v1/imports/" + id).json();
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		assertThat(report.path("entries").valueStream().map((entry) -> entry.path("outcome").asString()))
			.containsExactly("repaired", "refused", "repaired");
		assertThat(report.at("/entries/1/reasons/0").asString()).isEqualTo("at 1");
	}

	@Test
	void importByUrlFollowsRedirects() {
		String name = unique();
		answer("/old", 302, "", "/catalog");
		answer("/catalog", 200, entries(name), null);
		JsonNode report = this.api.imported("{\"url\":\"" + address("/old") + "\"}");
		assertThat(report.at("/entries/0/name").asString()).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | <html><body>Not found</body></html> | HTML
			200 | {"images": 1}                       | array
			404 | {}                                  | 404
			500 | {}                                  | 500
			""")
	void importByUrlWhenThereIsNoCatalogFails(int status, String content, String reason) {
		answer("/catalog", status, content, null);
		JsonNode report = this.api.imported("{\"url\":\"" + address("/catalog") + "\"}");
		assertThat(report.path("state").asString()).isEqualTo("FAILED");
		assertThat(report.path("failure").asString()).contains(reason);
		assertThat(report.path("entries").isEmpty()).isTrue();
	}

	@Test
	void importByUrlWhenTooLargeFails() {
		answer("/catalog", 200, " ".repeat(300 * 1024), null);
		JsonNode report = this.api.imported("{\"url\":\"" + address("/catalog") + "\"}");
		assertThat(report.path("failure").asString()).contains("more than");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://10.1.2.3/catalog",
			"http://192.168.0.1/catalog", "http://[::1]:1/catalog", "http://127.0.0.2:1/catalog", "http://0.0.0.0:1/",
			"http://2130706434/", "http://[::ffff:10.1.2.3]/" })
	void importByUrlWhenAddressIsInternalFails(String url) {
		JsonNode report = this.api.imported("{\"url\":\"" + url + "\"}");
		assertThat(report.path("state").asString()).isEqualTo("FAILED");
		assertThat(report.path("failure").asString()).contains("inside a network");
	}

	@Test
	void importByUrlWhenRedirectedInsideFails() {
		answer("/catalog", 302, "", "http://169.254.169.254/latest/meta-data");
		JsonNode report = this.api.imported("{\"url\":\"" + address("/catalog") + "\"}");
		assertThat(report.path("failure").asString()).contains("inside a network");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "[]", "{}", "{\"url\":1}", "{\"url\":\"ftp://a/b\"}",
			"{\"url\":\"file:///etc/passwd\"}", "{\"url\":\"http://u:p@host/\"}", "{\"url\":\"http://a b\"}",
			"{\"catalog\":[]}", "{\"catalog\":{}}", "{\"catalog\":{\"images\":{}}}",
			"{\"catalog\":{\"images\":[]},\"url\":\"http://a/\"}", "{\"catalog\":{\"images\":[]},\"x\":1}" })
	void importWhenRequestIsWrongIsRefused(String body) {
		assertThat(this.api.post("/api/v1/imports", body).expect(400).problem()).isEqualTo("invalid-import");
	}

	@Test
	void importWhenBodyIsTooLargeIsRefused() {
		Api.Answer answer = this.api.post("/api/v1/imports", " ".repeat(300 * 1024)).expect(413);
		assertThat(answer.problem()).isEqualTo("body-too-large");
	}

	private void answer(String path, int status, String content, @Nullable String location) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		this.elsewhere.createContext(path, (exchange) -> {
			if (location != null) {
				exchange.getResponseHeaders().put("Location", List.of(location));
			}
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
	}

	private String address(String path) {
		return "http://127.0.0.1:" + this.elsewhere.getAddress().getPort() + path;
	}

	private static String catalog(String name) {
		return "{\"catalog\":" + entries(name) + "}";
	}

	private static String entries(String name) {
		return "{\"images\":[" + entry(name) + "]}";
	}

	private static String entry(String name) {
		return "{\"name\":\"" + name + "\",\"os\":\"debian\",\"architecture\":\"x86_64\"}";
	}

	private static String unique() {
		return "i" + UUID.randomUUID();
	}

}
