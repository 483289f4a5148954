package cellar.catalog.publication;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.awaitility.Awaitility;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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

	@Autowired
	private Republication republication;

	@Autowired
	private JdbcClient jdbc;

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
		assertThat(live.path("images")).isEqualTo(this.api.as(null).get("/api/v1/images").json().path("total"));
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
	void orderWhenDryRunTellsWhatIsDifferent() {
		String name = "detail-" + UUID.randomUUID();
		String image = "/api/v1/images/" + this.api.activeImage(name, new byte[] { 1 }).path("id").asString();
		JsonNode first = this.api.publish();
		this.api.patch(image, "{\"notes\":\"slow\"}", "If-Match", this.api.get(image).header("ETag")).expect(200);
		JsonNode plan = this.api.post("/api/v1/publications?dryRun=true", "{\"reason\":\"test\"}").expect(200).json();
		assertThat(plan.at("/diff/changed")).extracting(JsonNode::asString).containsExactly(name);
		JsonNode detail = plan.path("details").path(0);
		assertThat(detail.path("name").asString()).isEqualTo(name);
		assertThat(detail.path("before").propertyNames()).isEmpty();
		assertThat(detail.path("after").propertyNames()).containsExactly("notes");
		this.api.publish();
		JsonNode back = this.api
			.post("/api/v1/publications/" + first.path("serial") + "/rollback?dryRun=true", "{\"reason\":\"test\"}")
			.expect(200)
			.json();
		assertThat(back.at("/details/0/before/notes").asString()).isEqualTo("slow");
	}

	@Test
	void rollbackWhenDryRunTellsWhatIsLeftOutAndPublishesNothing() {
		String name = "bad-" + UUID.randomUUID();
		String image = "/api/v1/images/"
				+ this.api.activeImage(name, name.getBytes(StandardCharsets.UTF_8)).path("id").asString();
		JsonNode first = this.api.publish();
		this.api.post(image + "/transitions", "{\"transition\":\"withdraw\",\"reason\":\"virus\"}").expect(200);
		int total = total();
		String rollback = "/api/v1/publications/" + first.path("serial") + "/rollback?dryRun=";
		JsonNode plan = this.api.post(rollback + "true", "{\"reason\":\"test\"}").expect(200).json();
		assertThat(plan.path("leftOut")).extracting(JsonNode::asString).containsExactly(name);
		assertThat(this.api.post(rollback + "1", "{\"reason\":\"test\"}").expect(400).problem())
			.isEqualTo("invalid-parameter");
		assertThat(total()).isEqualTo(total);
	}

	@Test
	void rollbackPublishesOldContentUnderANewSerial() {
		String name = "back-" + UUID.randomUUID();
		JsonNode active = this.api.activeImage(name, new byte[] { 1 });
		JsonNode first = this.api.publish();
		this.api
			.post("/api/v1/images/" + active.path("id").asString() + "/transitions",
					"{\"transition\":\"obsolete\",\"reason\":\"wrong\"}")
			.expect(200);
		this.api.publish();
		Api.Answer answer = this.api
			.post("/api/v1/publications/" + first.path("serial") + "/rollback", "{\"reason\":\"mistake\"}")
			.expect(202);
		JsonNode back = this.api.settled(answer.header("Location"));
		assertThat(back.path("state").asString()).isEqualTo("LIVE");
		assertThat(back.path("serial").asLong()).isGreaterThan(first.path("serial").asLong());
		assertThat(back.path("contentHash")).isEqualTo(first.path("contentHash"));
		assertThat(back.path("rollbackOf")).isEqualTo(first.path("serial"));
		assertThat(back.at("/diff/added")).extracting(JsonNode::asString).containsExactly(name);
		assertThat(this.api.as(null).get("/api/v1/images?q=" + name).json().path("total").asInt()).isOne();
	}

	@Test
	void rollbackLeavesOutWhatWasWithdrawnSince() {
		String name = "bad-" + UUID.randomUUID();
		String image = "/api/v1/images/" + this.api.activeImage(name, name.getBytes()).path("id").asString();
		JsonNode first = this.api.publish();
		this.api.post(image + "/transitions", "{\"transition\":\"withdraw\",\"reason\":\"virus\"}").expect(200);
		Awaitility.await().untilAsserted(() -> this.api.as(null).get(image).expect(404));
		JsonNode without = this.api.get("/api/v1/publications/live").json();
		assertThat(without.path("rollbackOf")).isEqualTo(first.path("serial"));
		assertThat(without.path("reason").asString()).isEqualTo("Withdrawn: virus");
		JsonNode back = this.api.settled(
				this.api.post("/api/v1/publications/" + first.path("serial") + "/rollback", "{\"reason\":\"mistake\"}")
					.expect(202)
					.header("Location"));
		assertThat(back.path("leftOut")).extracting(JsonNode::asString).containsExactly(name);
		this.api.as(null).get(image).expect(404);
	}

	@Test
	void renewalPublishesTheSameOnceMoreWhenHalfTheTimeIsOver() {
		JsonNode live = this.api.publish();
		this.republication.renew();
		assertThat(this.api.get("/api/v1/publications/live").json().path("serial")).isEqualTo(live.path("serial"));
		this.api.activeImage("later-" + UUID.randomUUID(), new byte[] { 1 });
		this.jdbc.sql("update publication set created_at = now() - interval '16 days' where state = 'LIVE'").update();
		this.republication.renew();
		this.republication.renew();
		long next = live.path("serial").asLong() + 1;
		JsonNode renewed = this.api.settled("/api/v1/publications/" + next);
		assertThat(renewed.path("state").asString()).isEqualTo("LIVE");
		assertThat(renewed.path("contentHash")).isEqualTo(live.path("contentHash"));
		assertThat(renewed.path("actor").asString()).isEqualTo("catalog-service");
		this.api.get("/api/v1/publications/" + (next + 1)).expect(404);
	}

	@Test
	void rollbackWhenThereIsNoSuchPublicationIsNotFound() {
		assertThat(this.api.post("/api/v1/publications/4711/rollback", "{\"reason\":\"x\"}").expect(404).problem())
			.isEqualTo("publication-not-found");
		this.api.as("reader").post("/api/v1/publications/1/rollback", "{\"reason\":\"x\"}").expect(403);
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
