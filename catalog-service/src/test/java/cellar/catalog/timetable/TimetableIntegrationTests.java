package cellar.catalog.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
class TimetableIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private PlanRunner runner;

	private Api api;

	private String image;

	@BeforeEach
	void activate() {
		this.api = new Api(this.port, "publisher");
		String name = "planned-" + UUID.randomUUID();
		this.image = "/api/v1/images/" + this.api.activeImage(name, new byte[] { 1 }).path("id").asString();
	}

	@Test
	void stepIsTakenWhenItsTimeHasCome() {
		plan("deprecate", Instant.now().plusMillis(300)).expect(202);
		assertThat(state()).isEqualTo("ACTIVE");
		Awaitility.await().until(() -> state().equals("DEPRECATED"));
		assertThat(plans().at("/items/0/state").asString()).isEqualTo("DONE");
		assertThat(this.api.get(this.image + "/transitions").json().at("/items/0/actor").asString())
			.isEqualTo("publisher");
	}

	@Test
	void withdrawalOfAllThatShareTheContentIsTakenForAll() {
		byte[] content = UUID.randomUUID().toString().getBytes();
		List<String> images = Stream.generate(() -> this.api.activeImage("shared-" + UUID.randomUUID(), content))
			.limit(2)
			.map((active) -> "/api/v1/images/" + active.path("id").asString())
			.toList();
		this.api.post(images.getFirst() + "/transitions", """
				{"transition":"withdraw","reason":"test","withShared":true,"at":"%s"}"""
			.formatted(Instant.now().plusMillis(300))).expect(202);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> images.stream()
				.allMatch((image) -> this.api.get(image).json().path("state").asString().equals("WITHDRAWN")));
	}

	@Test
	void stepWhenItsTimeIsPastIsTakenAtOnce() {
		plan("deprecate", Instant.now().minusSeconds(1)).expect(200);
		assertThat(state()).isEqualTo("DEPRECATED");
		assertThat(plans().path("items")).isEmpty();
	}

	@Test
	void stepWhenItIsImpossibleNowIsNotPlanned() {
		assertThat(plan("activate", later()).expect(409).problem()).isEqualTo("transition-impossible");
		assertThat(plans().path("items")).isEmpty();
	}

	@Test
	void stepWhenItsTimeIsTooFarAwayIsNotPlanned() {
		Api.Answer answer = plan("deprecate", Instant.MAX).expect(400);
		assertThat(answer.problem()).isEqualTo("invalid-field");
		assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("at");
		assertThat(plans().path("items")).isEmpty();
	}

	@Test
	void stepWhenItIsPlannedOrCalledOffLeavesARowInTheAudit() {
		String planned = plan("deprecate", later()).expect(202).header("Location");
		this.api.as("operator").delete(planned).expect(200);
		String image = this.image.substring(this.image.lastIndexOf('/') + 1);
		JsonNode rows = this.api.get("/api/v1/audit?subject=image&id=" + image).expect(200).json().path("items");
		assertThat(rows).extracting((row) -> row.path("action").asString() + " by " + row.path("actor").asString())
			.startsWith("call-off by operator", "plan by publisher");
		assertThat(rows.at("/0/after/state").asString()).isEqualTo("CANCELLED");
	}

	@Test
	void stepWhenItIsCalledOffIsNotTaken() {
		String planned = plan("deprecate", later()).expect(202).header("Location");
		assertThat(this.api.delete(planned).expect(200).json().path("state").asString()).isEqualTo("CANCELLED");
		this.api.delete(planned).expect(200);
		this.runner.run(id(planned));
		assertThat(state()).isEqualTo("ACTIVE");
	}

	@Test
	void stepWhenItHasBecomeImpossibleTellsWhy() {
		String planned = plan("deprecate", later()).expect(202).header("Location");
		plan("obsolete", Instant.now()).expect(200);
		plan("deprecate", Instant.now()).expect(200);
		this.runner.run(id(planned));
		assertThat(plans().at("/items/0/state").asString()).isEqualTo("FAILED");
		assertThat(plans().at("/items/0/failure").asString()).contains("deprecate", "DEPRECATED");
		assertThat(this.api.delete(planned).expect(409).problem()).isEqualTo("plan-settled");
	}

	@Test
	void stepIsTakenOnceHoweverOftenItsTaskRuns() {
		String planned = plan("deprecate", later()).expect(202).header("Location");
		this.runner.run(id(planned));
		plan("activate", Instant.now()).expect(200);
		this.runner.run(id(planned));
		assertThat(state()).isEqualTo("ACTIVE");
	}

	@Test
	void planIsFoundWhereTheAnswerSaysThatItIs() {
		JsonNode planned = this.api.get(plan("deprecate", later()).expect(202).header("Location")).expect(200).json();
		assertThat(planned.path("state").asString()).isEqualTo("PLANNED");
		assertThat(planned.path("transition").asString()).isEqualTo("deprecate");
	}

	@Test
	void cancelWhenPlanIsOfAnotherImageIsNotFound() {
		String planned = plan("deprecate", later()).expect(202).header("Location");
		String other = this.api.draft();
		assertThat(this.api.get(other + "/planned-transitions/" + id(planned)).expect(404).problem())
			.isEqualTo("plan-not-found");
		assertThat(this.api.delete(other + "/planned-transitions/" + id(planned)).expect(404).problem())
			.isEqualTo("plan-not-found");
	}

	private Api.Answer plan(String transition, Instant at) {
		return this.api.post(this.image + "/transitions",
				"{\"transition\":\"%s\",\"reason\":\"test\",\"at\":\"%s\"}".formatted(transition, at));
	}

	private JsonNode plans() {
		return this.api.get(this.image + "/planned-transitions").expect(200).json();
	}

	private String state() {
		return this.api.get(this.image).expect(200).json().path("state").asString();
	}

	private static Instant later() {
		return Instant.now().plus(1, ChronoUnit.HOURS);
	}

	private static UUID id(String path) {
		return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
	}

}
