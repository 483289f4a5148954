package cellar.catalog.importer;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Catalogs that are fetched from elsewhere.
 */
@ImportServer
class ImportsByUrlIntegrationTests {

	@LocalServerPort
	private int port;

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
	void importByUrlFollowsRedirects() {
		String name = SampleEntries.unique();
		this.elsewhere.redirect("/old", "/catalog");
		this.elsewhere.answer("/catalog", 200, SampleEntries.entries(name));
		JsonNode report = this.api.imported("{\"url\":\"" + this.elsewhere.address("/old") + "\"}");
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
		this.elsewhere.answer("/catalog", status, content);
		JsonNode report = this.api.imported("{\"url\":\"" + this.elsewhere.address("/catalog") + "\"}");
		assertThat(report.path("state").asString()).isEqualTo("FAILED");
		assertThat(report.path("failure").asString()).contains(reason);
		assertThat(report.path("entries").isEmpty()).isTrue();
	}

	@Test
	void importByUrlWhenTooLargeFails() {
		this.elsewhere.answer("/catalog", 200, " ".repeat(300 * 1024));
		JsonNode report = this.api.imported("{\"url\":\"" + this.elsewhere.address("/catalog") + "\"}");
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
		this.elsewhere.redirect("/catalog", "http://169.254.169.254/latest/meta-data");
		JsonNode report = this.api.imported("{\"url\":\"" + this.elsewhere.address("/catalog") + "\"}");
		assertThat(report.path("failure").asString()).contains("inside a network");
	}

}
