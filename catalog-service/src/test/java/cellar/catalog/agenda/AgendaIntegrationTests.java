package cellar.catalog.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogServer
class AgendaIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Agenda agenda;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void orderForLaterFreezesWhatIsOfferedThen() {
		String planned = plan(Instant.now().plus(Duration.ofDays(1)));
		assertThat(this.api.get(planned).json().path("state").asString()).isEqualTo("PLANNED");
		String name = "late-" + UUID.randomUUID();
		this.api.activeImage(name, new byte[] { 1 });
		run(planned);
		JsonNode done = this.api.get(planned).json();
		assertThat(done.path("state").asString()).isEqualTo("DONE");
		JsonNode publication = this.api.settled("/api/v1/publications/" + done.path("serial").asLong());
		assertThat(publication.at("/diff/added")).extracting(JsonNode::asString).contains(name);
		assertThat(publication.path("actor").asString()).isEqualTo("publisher");
		run(planned);
		assertThat(this.api.get(planned).json()).isEqualTo(done);
		assertThat(this.api.delete(planned).expect(409).problem()).isEqualTo("plan-settled");
	}

	@Test
	void orderIsTakenWhenItsTimeHasCome() {
		String planned = plan(Instant.now().plusMillis(300));
		Awaitility.await().until(() -> this.api.get(planned).json().path("state").asString().equals("DONE"));
	}

	@Test
	void orderWhenItsTimeIsPastIsTakenAtOnce() {
		assertThat(order(Instant.now().minusSeconds(1)).expect(202).json().path("serial").asLong()).isPositive();
	}

	@Test
	void orderWhenItsTimeIsTooFarAwayIsRefused() {
		Api.Answer answer = order(Instant.now().plus(Duration.ofDays(4000))).expect(400);
		assertThat(answer.problem()).isEqualTo("invalid-field");
		assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("at");
	}

	@Test
	void orderWhenItIsCalledOffIsNotTaken() {
		String planned = plan(Instant.now().plus(Duration.ofDays(1)));
		this.api.as("reader").delete(planned).expect(403);
		assertThat(this.api.delete(planned).expect(200).json().path("state").asString()).isEqualTo("CANCELLED");
		this.api.delete(planned).expect(200);
		run(planned);
		assertThat(this.api.get(planned).json().has("serial")).isFalse();
		String id = planned.substring(planned.lastIndexOf('/') + 1);
		assertThat(this.api.get("/api/v1/audit?subject=publication&id=" + id).json().path("items"))
			.extracting((row) -> row.path("action").asString())
			.containsExactly("call-off", "plan");
	}

	@Test
	void listShowsPlansToThoseWhoMayKnow() {
		String planned = plan(Instant.now().plus(Duration.ofDays(3000)));
		JsonNode list = this.api.as("reader").get("/api/v1/planned-publications").expect(200).json();
		assertThat(planned).endsWith(list.at("/items/0/id").asString());
		this.api.as(null).get("/api/v1/planned-publications").expect(401);
		assertThat(this.api.get("/api/v1/planned-publications/" + UUID.randomUUID()).expect(404).problem())
			.isEqualTo("plan-not-found");
		this.api.delete(planned).expect(200);
	}

	private String plan(Instant at) {
		return order(at).expect(202).header("Location");
	}

	private Api.Answer order(Instant at) {
		return this.api.post("/api/v1/publications", "{\"reason\":\"release\",\"at\":\"%s\"}".formatted(at));
	}

	private void run(String planned) {
		this.agenda.run(UUID.fromString(planned.substring(planned.lastIndexOf('/') + 1)));
	}

}
