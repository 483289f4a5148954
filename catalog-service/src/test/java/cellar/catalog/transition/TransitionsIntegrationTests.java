package cellar.catalog.transition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
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
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogServer
class TransitionsIntegrationTests {

	private static final String ACTIVATE = "{\"transition\":\"activate\",\"reason\":\"tested on kvm\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private Api api;

	private String image;

	@BeforeEach
	void createDraft() {
		this.api = new Api(this.port, "publisher");
		String id = this.api.createImage("{\"os\":\"debian\",\"architecture\":\"x86_64\"}").path("id").asString();
		this.image = "/api/v1/images/" + id;
	}

	@Test
	void activateWhenArtifactIsMissingIsRefusedAndLeavesNoRecord() {
		assertThat(move(ACTIVATE).expect(409).problem()).isEqualTo("artifact-missing");
		assertThat(records()).isZero();
	}

	@Test
	void activateWhenArtifactIsThereRecordsWhoAndWhy() {
		sendArtifact();
		Instant before = Instant.now();
		JsonNode active = move(ACTIVATE).expect(200).json();
		assertThat(active.path("state").asString()).isEqualTo("ACTIVE");
		TransitionRow row = this.jdbc
			.sql("select transition, reason, actor, happened_at from image_transition where image_id = ?")
			.param(id())
			.query(TransitionRow.class)
			.single();
		assertThat(row).extracting(TransitionRow::transition, TransitionRow::reason, TransitionRow::actor)
			.containsExactly("ACTIVATE", "tested on kvm", "publisher");
		assertThat(row.happenedAt()).isBetween(before.minusMillis(1), Instant.now());
	}

	@Test
	void activateWhenImageIsActiveIsRefusedAndRecordedOnce() {
		sendArtifact();
		move(ACTIVATE).expect(200);
		Api.Answer again = move(ACTIVATE).expect(409);
		assertThat(again.problem()).isEqualTo("transition-impossible");
		assertThat(records()).isOne();
		this.api.delete(this.image).expect(409);
	}

	@Test
	void activateWhenRecordCannotBeWrittenDoesNotHappen() {
		sendArtifact();
		this.jdbc
			.sql("alter table image_transition add constraint full_disk check (reason <> 'tested on kvm') not valid")
			.update();
		try {
			move(ACTIVATE).expect(500);
		}
		finally {
			this.jdbc.sql("alter table image_transition drop constraint full_disk").update();
		}
		assertThat(this.api.get(this.image).json().path("state").asString()).isEqualTo("DRAFT");
		move(ACTIVATE).expect(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"transition":"withdraw","reason":"x"}  | 409 | transition-impossible | [activate]
			{"transition":"explode","reason":"x"}   | 400 | invalid-field         | 'transition'
			{"transition":"ACTIVATE","reason":"x"}  | 400 | invalid-field         | 'transition'
			{"transition":0,"reason":"x"}           | 400 | invalid-field         | 'transition'
			{"reason":"x"}                          | 400 | invalid-field         | 'transition'
			{"transition":"activate"}               | 400 | invalid-field         | 'reason'
			{"transition":"activate","reason":" "}  | 400 | invalid-field         | 'reason'
			""")
	void moveWhenRequestIsWrongSaysWhatIsPossible(String body, int status, String problem, String detail) {
		Api.Answer answer = move(body).expect(status);
		assertThat(answer.problem()).isEqualTo(problem);
		assertThat(answer.json().path("detail").asString()).contains(detail);
		assertThat(records()).isZero();
	}

	@Test
	void activateWhenNameIsPartOfAnotherIsAConflict() {
		this.api.activeImage("overlap-x86_64", new byte[] { 3 });
		this.api.patch(this.image, "{\"name\":\"overlap-x86_64-2\"}", "If-Match", "*").expect(200);
		sendArtifact();
		assertThat(move(ACTIVATE).expect(409).problem()).isEqualTo("name-overlaps");
	}

	@Test
	void historyTellsEveryStepNewestFirst() {
		sendArtifact();
		String successor = successor();
		move(ACTIVATE).expect(200);
		JsonNode deprecated = move(step("deprecate", successor)).expect(200).json();
		assertThat(deprecated.path("successor").asString()).isEqualTo(successor);
		assertThat(deprecated.has("deprecatedAt")).isTrue();
		JsonNode obsolete = move(step("obsolete", null)).expect(200).json();
		assertThat(obsolete.path("successor").asString()).isEqualTo(successor);
		JsonNode active = move(ACTIVATE).expect(200).json();
		assertThat(active.propertyNames()).doesNotContain("successor", "deprecatedAt", "obsoletedAt");
		JsonNode history = this.api.get(this.image + "/transitions").expect(200).json();
		assertThat(history.path("items")).extracting((taken) -> taken.path("transition").asString())
			.containsExactly("activate", "obsolete", "deprecate", "activate");
		assertThat(history.at("/items/2/successor").asString()).isEqualTo(successor);
		assertThat(this.api.as(null).get(this.image + "/transitions").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "ITSELF", "DRAFT" })
	void deprecateWhenSuccessorIsNoneChangesNothing(String successor) {
		sendArtifact();
		String name = move(ACTIVATE).expect(200).json().path("name").asString();
		String named = switch (successor) {
			case "ITSELF" -> name;
			case "DRAFT" -> this.api.createImage("{\"os\":\"debian\",\"architecture\":\"i386\"}").path("id").asString();
			default -> successor;
		};
		assertThat(move(step("deprecate", named)).expect(409).problem()).isEqualTo("no-successor");
		assertThat(this.api.get(this.image).json().path("state").asString()).isEqualTo("ACTIVE");
		assertThat(records()).isOne();
	}

	@Test
	void deprecateWhenTwoImagesNameEachOtherLeadsNobodyInACircle() {
		for (int round = 0; round < 10; round++) {
			String first = successor();
			String second = successor();
			List<Integer> answers = Stream.of(List.of(first, second), List.of(second, first))
				.map((pair) -> CompletableFuture.supplyAsync(() -> this.api
					.post("/api/v1/images/" + idOf(pair.get(0)) + "/transitions", step("deprecate", pair.get(1)))
					.status()))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
			assertThat(answers).containsExactlyInAnyOrder(200, 409);
		}
	}

	@Test
	void patchWhenImageIsActiveLeavesItsKindAlone() {
		sendArtifact();
		move(ACTIVATE).expect(200);
		this.api.patch(this.image, "{\"notes\":\"slow\"}", "If-Match", "*").expect(200);
		assertThat(this.api.patch(this.image, "{\"os\":\"ubuntu\"}", "If-Match", "*").expect(409).problem())
			.isEqualTo("not-a-draft");
		assertThat(this.api.patch(this.image, "{\"name\":\"another-name\"}", "If-Match", "*").expect(409).problem())
			.isEqualTo("name-fixed");
	}

	@Test
	void moveWhenImageIsUnknownIsNotFound() {
		Api.Answer answer = this.api.post("/api/v1/images/" + UUID.randomUUID() + "/transitions", ACTIVATE);
		assertThat(answer.expect(404).problem()).isEqualTo("image-not-found");
	}

	private String idOf(String name) {
		return this.api.get("/api/v1/images?q=" + name).expect(200).json().at("/items/0/id").asString();
	}

	private String successor() {
		String name = "next-" + UUID.randomUUID();
		this.api.activeImage(name, new byte[] { 2 });
		return name;
	}

	private static String step(String transition, @Nullable String successor) {
		String more = (successor != null) ? ",\"successor\":\"" + successor + "\"" : "";
		return "{\"transition\":\"%s\",\"reason\":\"test\"%s}".formatted(transition, more);
	}

	private void sendArtifact() {
		this.api.put(this.image + "/artifact", new byte[] { 1 }).expect(200);
	}

	private Api.Answer move(String body) {
		return this.api.post(this.image + "/transitions", body);
	}

	private long records() {
		return this.jdbc.sql("select count(*) from image_transition where image_id = ?")
			.param(id())
			.query(Long.class)
			.single();
	}

	private UUID id() {
		return UUID.fromString(this.image.substring(this.image.lastIndexOf('/') + 1));
	}

	/**
	 * A row of the record.
	 */
	record TransitionRow(String transition, String reason, String actor, Instant happenedAt) {

	}

}
