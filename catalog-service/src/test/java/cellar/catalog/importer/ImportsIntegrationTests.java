package cellar.catalog.importer;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of requests and of the entries in them.
 */
@ImportServer
class ImportsIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private Elsewhere elsewhere;

	private Api api;

	@BeforeEach
	void start() throws IOException {
		this.api = new Api(this.port, "publisher");
		this.elsewhere = Elsewhere.start();
	}

	@AfterEach
	void stop() {
		this.elsewhere.close();
	}

	@Test
	void importReportsEveryEntry() {
		String name = SampleEntries.unique();
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
				+ SampleEntries.unique() + "\",\"os\":\"debian\",\"architecture\":\"x86_64\"}]}";
		this.elsewhere.answer("/catalog", 200, entries);
		for (String body : List.of("{\"url\":\"" + this.elsewhere.address("/catalog") + "\"}",
				"{\"catalog\":" + entries.replaceFirst("i[0-9a-f-]{36}", SampleEntries.unique()) + "}")) {
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
				"description": "A \\\\u0000 in words, an \u00fc"}]}}""".replace("NAME", SampleEntries.unique()));
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
	void importWhenEntryIsAlreadyHereRefusesIt() {
		String body = SampleEntries.catalog(SampleEntries.unique());
		JsonNode first = this.api.imported(body);
		JsonNode second = this.api.imported(body);
		assertThat(second.at("/entries/0/outcome").asString()).isEqualTo("refused");
		assertThat(second.at("/entries/0/imageId")).isEqualTo(first.at("/entries/0/imageId"));
	}

	@Test
	void importWhenAnotherImageHasTheNameGivesTheEntryAnother() {
		String name = SampleEntries.unique();
		String entries = """
				{"catalog": {"images": [
				{"name": "NAME", "os": "collide", "architecture": "x86_64", "url": "NAME/a.tgz", "date": "20120114000000"},
				{"name": "NAME", "os": "collide", "architecture": "x86_64", "url": "NAME/b.tgz", "date": "20120114000000"}]}}
				"""
			.replace("NAME", name);
		JsonNode first = this.api.imported(entries);
		assertThat(first.at("/entries/0/name").asString()).isEqualTo(name);
		assertThat(first.at("/entries/1/outcome").asString()).isEqualTo("repaired");
		assertThat(first.at("/entries/1/name").asString()).isEqualTo("collide-x86_64-20120114");
		assertThat(first.at("/entries/1/reasons").toString()).contains("is another image");
		// Neither of them comes twice.
		JsonNode second = this.api.imported(entries);
		assertThat(second.at("/entries/0/imageId")).isEqualTo(first.at("/entries/0/imageId"));
		assertThat(second.at("/entries/1/outcome").asString()).isEqualTo("refused");
		assertThat(second.at("/entries/1/imageId")).isEqualTo(first.at("/entries/1/imageId"));
	}

	@Test
	void importWhenAnEntryComesOnceWithoutItsNameTakesItOnce() {
		String url = SampleEntries.unique() + ".tgz";
		JsonNode report = this.api.imported("""
				{"catalog": {"images": [
				{"os": "twice", "architecture": "x86_64", "url": "URL"},
				{"name": "4000000002", "os": "twice", "architecture": "x86_64", "url": "URL"},
				{"os": "twice", "architecture": "x86_64", "url": "URL"}]}}""".replace("URL", url));
		assertThat(report.path("entries").valueStream().map((entry) -> entry.path("outcome").asString()))
			.containsExactly("repaired", "refused", "refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "[]", "{}", "{\"url\":1}", "{\"url\":\"ftp://a/b\"}",
			"{\"url\":\"file:///etc/passwd\"}", "{\"url\":\"http://u:p@host/\"}", "{\"url\":\"http://a b\"}",
			"{\"catalog\":[]}", "{\"catalog\":{}}", "{\"catalog\":{\"images\":{}}}", "{\"catalog\":{\"images\":[]}}{}",
			"{\"url\":\"http://a/\",\"url\":\"http://a/\"}", "{\"catalog\":{\"images\":[]},\"url\":\"http://a/\"}",
			"{\"catalog\":{\"images\":[]},\"x\":1}" })
	void importWhenRequestIsWrongIsRefused(String body) {
		assertThat(this.api.post("/api/v1/imports", body).expect(400).problem()).isEqualTo("invalid-import");
	}

	@Test
	void importWhenEntriesAreTooManyIsRefused() {
		Api.Answer answer = this.api.post("/api/v1/imports", "{\"catalog\":{\"images\":[" + "{},".repeat(50) + "{}]}}")
			.expect(400);
		assertThat(answer.problem()).isEqualTo("invalid-import");
		assertThat(answer.body()).contains("50 that are taken at most");
	}

	@Test
	void importWhenBodyIsTooLargeIsRefused() {
		Api.Answer answer = this.api.post("/api/v1/imports", " ".repeat(300 * 1024)).expect(413);
		assertThat(answer.problem()).isEqualTo("body-too-large");
	}

}
