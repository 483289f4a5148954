package cellar.catalog.publication;

import java.util.UUID;

import org.hibernate.cfg.JdbcSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.Parts;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PublicationsIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private SqlRecorder sql;

	private Api api;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
	}

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?dryRun=True", "?dryRun=1", "?dryRun=yes", "?dryRun=", "?dryRun", "?dryRun=false" })
	void orderWhenDryRunIsUnclearPublishesNothing(String query) {
		int total = total();
		assertThat(this.api.post("/api/v1/publications" + query, "{\"reason\":\"test\"}").expect(400).problem())
			.isEqualTo("invalid-parameter");
		assertThat(total()).isEqualTo(total);
		this.api.post("/api/v1/publications?dryRun=true", "{\"reason\":\"test\"}").expect(200);
		assertThat(total()).isEqualTo(total);
	}

	@Test
	void getWhenPublicationIsLiveCountsItsImages() {
		this.api.activeImage("counted", new byte[] { 1 });
		assertThat(this.api.publish().path("state").asString()).isEqualTo("LIVE");
		JsonNode live = this.api.get("/api/v1/publications/live").expect(200).json();
		assertThat(live.propertyNames()).containsExactly("serial", "state", "contentHash", "reason", "actor",
				"publishedAt", "diff", "images", "failures", "createdAt");
		assertThat(live.path("images").asInt()).isOne();
		assertThat(live.at("/diff/added/0").asString()).isEqualTo("counted");
	}

	@Test
	void listWhenPageIsOutOfRangeIsRefused() {
		assertThat(this.api.get("/api/v1/publications?page=99999999&size=500").expect(400).problem())
			.isEqualTo("invalid-parameter");
	}

	@Test
	void listAndGetReadNoSnapshots() {
		String serial = this.api.publish().path("serial").asString();
		this.sql.forget();
		this.api.get("/api/v1/publications").expect(200);
		this.api.get("/api/v1/publications/live").expect(200);
		this.api.get("/api/v1/publications/" + serial).expect(200);
		assertThat(this.sql.statements()).filteredOn((statement) -> statement.contains("content_hash"))
			.hasSizeGreaterThanOrEqualTo(3)
			.noneMatch((statement) -> statement.contains("snapshot"));
	}

	private int total() {
		return this.api.get("/api/v1/publications").expect(200).json().path("total").asInt();
	}

	@Test
	void readersSeeNoChangeBeforeThePublication() {
		JsonNode active = this.api.activeImage("seen-" + UUID.randomUUID(), new byte[] { 1 });
		String image = "/api/v1/images/" + active.path("id").asString();
		long serial = this.api.publish().path("serial").asLong();
		Api.Answer seen = this.api.as(null).get(image).expect(200);
		assertThat(seen.header("ETag")).isEqualTo("\"p" + serial + "\"");
		this.api.patch(image, "{\"notes\":\"slow\"}", "If-Match", "*").expect(200);
		this.api.post(image + "/transitions", "{\"transition\":\"deprecate\",\"reason\":\"old\"}").expect(200);
		assertThat(this.api.as(null).get(image).json()).isEqualTo(seen.json());
		assertThat(this.api.get(image).json().path("notes").asString()).isEqualTo("slow");

		JsonNode publication = this.api.publish();
		assertThat(publication.at("/diff/changed")).extracting(JsonNode::asString)
			.contains(active.path("name").asString());
		JsonNode now = this.api.as(null).get(image).json();
		assertThat(now.path("notes").asString()).isEqualTo("slow");
		assertThat(now.path("state").asString()).isEqualTo("DEPRECATED");
		this.api.post(image + "/transitions", "{\"transition\":\"obsolete\",\"reason\":\"old\"}").expect(200);
		assertThat(this.api.as(null).get(image).expect(200).json()).isEqualTo(now);
		this.api.publish();
		this.api.as(null).get(image).expect(404);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Recording {

		@Bean
		SqlRecorder sqlRecorder() {
			return new SqlRecorder();
		}

		@Bean
		HibernatePropertiesCustomizer recordingStatements(SqlRecorder recorder) {
			return (properties) -> properties.put(JdbcSettings.STATEMENT_INSPECTOR, recorder);
		}

	}

}
