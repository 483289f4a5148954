package cellar.catalog.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CatalogServer
class AuditIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Audit audit;

	@Autowired
	private AuditRows rows;

	@Autowired
	private TransactionTemplate transaction;

	private Api api;

	private String image;

	@BeforeEach
	void createDraft() {
		this.api = new Api(this.port, "publisher");
		this.image = this.api.draft();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit set actor = 'nobody'", "delete from audit where actor = 'nobody'",
			"truncate audit" })
	void rowsWhenSomebodyChangesThemAreRefused(String change) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(change).update())
			.withMessageContaining("rows of audit are never changed");
	}

	@Test
	void changeWhenItCannotBeRecordedDoesNotHappen() {
		JsonNode before = this.api.get(this.image).json();
		this.jdbc.sql("alter table audit add constraint full_disk check (subject_id <> '%s') not valid".formatted(id()))
			.update();
		try {
			this.api.patch(this.image, "{\"notes\":\"x\"}", "If-Match", "*").expect(500);
			this.api.put(this.image + "/artifact", new byte[] { 1 }).expect(500);
			this.api.delete(this.image).expect(500);
		}
		finally {
			this.jdbc.sql("alter table audit drop constraint full_disk").update();
		}
		assertThat(this.api.get(this.image).json()).isEqualTo(before);
		assertThat(rows("").path("total").asInt()).isOne();
	}

	@Test
	void changeWhenItIsRefusedLeavesNoRow() {
		this.api.patch(this.image, "{\"os\":\"\"}", "If-Match", "*").expect(400);
		this.api.patch(this.image, "{\"notes\":\"x\"}", "If-Match", "\"7\"").expect(412);
		this.api.post(this.image + "/transitions", "{\"transition\":\"activate\",\"reason\":\"x\"}").expect(409);
		assertThat(rows("").path("total").asInt()).isOne();
	}

	@Test
	void recordOutsideOfATransactionIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.audit.record(AuditSubject.IMAGE, "x", "create", "nobody", null, null));
	}

	@Test
	void everyChangeOfAnImageTellsWhoAndWhatWasThereBefore() {
		this.api.as("operator").patch(this.image, "{\"notes\":\"slow\"}", "If-Match", "*").expect(200);
		this.api.put(this.image + "/artifact", new byte[] { 1 }).expect(200);
		this.api.post(this.image + "/transitions", "{\"transition\":\"activate\",\"reason\":\"x\"}").expect(200);
		JsonNode rows = rows("").path("items");
		assertThat(rows).extracting((row) -> row.path("action").asString())
			.containsExactly("activate", "attach", "change", "create");
		assertThat(rows).extracting((row) -> row.path("actor").asString())
			.containsExactly("publisher", "publisher", "operator", "publisher");
		assertThat(rows.path(3).has("before")).isFalse();
		for (int index = 0; index < 3; index++) {
			assertThat(rows.path(index).path("before")).isEqualTo(rows.path(index + 1).path("after"));
		}
		assertThat(rows.at("/2/before").has("notes")).isFalse();
		assertThat(rows.at("/2/after/notes").asString()).isEqualTo("slow");
		assertThat(rows.at("/1/after/artifact/size").asInt()).isOne();
		assertThat(rows.at("/0/after/state").asString()).isEqualTo("ACTIVE");
	}

	@Test
	void deletedImageIsStillToldOf() {
		this.api.delete(this.image).expect(204);
		JsonNode last = rows("").at("/items/0");
		assertThat(last.path("action").asString()).isEqualTo("delete");
		assertThat(last.has("after")).isFalse();
		assertThat(last.at("/before/os").asString()).isEqualTo("debian");
	}

	@Test
	void ordersTellWhoGaveThem() {
		JsonNode publication = this.api.publish();
		String serial = publication.path("serial").asString();
		JsonNode rows = this.api.get("/api/v1/audit?subject=publication&id=" + serial).expect(200).json().path("items");
		assertThat(rows).extracting((row) -> row.path("action").asString() + " " + row.path("actor").asString())
			.containsExactly("go-live catalog-service", "publish publisher");
		assertThat(rows.at("/1/after/contentHash")).isEqualTo(publication.path("contentHash"));
		String back = this.api.post("/api/v1/publications/" + serial + "/rollback", "{\"reason\":\"test\"}")
			.expect(202)
			.json()
			.path("serial")
			.asString();
		JsonNode ordered = this.api.get("/api/v1/audit?subject=publication&id=" + back).json().path("items");
		assertThat(ordered.path(ordered.size() - 1).at("/after/rollbackOf").asString()).isEqualTo(serial);
		String ended = this.api.imported("{\"url\":\"http://127.0.0.1/catalog?X-Amz-Signature=secret#a\"}")
			.path("id")
			.asString();
		assertThat(only("import", ended).at("/after/url").asString()).isEqualTo("http://127.0.0.1/catalog");
		assertThat(this.api.get("/api/v1/imports/" + ended).json().path("url").asString())
			.isEqualTo("http://127.0.0.1/catalog");
	}

	@Test
	void listFiltersAndPages() {
		Instant before = Instant.now();
		this.api.as("operator").patch(this.image, "{\"notes\":\"a\"}", "If-Match", "*").expect(200);
		this.api.patch(this.image, "{\"notes\":\"b\"}", "If-Match", "*").expect(200);
		assertThat(rows("&action=change").path("total").asInt()).isEqualTo(2);
		assertThat(rows("&action=change&actor=operator").at("/items/0/after/notes").asString()).isEqualTo("a");
		assertThat(rows("&actor=nobody").path("total").asInt()).isZero();
		assertThat(rows("&from=" + before).path("total").asInt()).isEqualTo(2);
		assertThat(rows("&to=" + before).path("total").asInt()).isOne();
		JsonNode second = rows("&size=1&page=1");
		assertThat(second.path("total").asInt()).isEqualTo(3);
		assertThat(second.at("/items/0/after/notes").asString()).isEqualTo("a");
		assertThat(this.api.get("/api/v1/audit?subject=channel&id=" + id()).json().path("total").asInt()).isZero();
	}

	@Test
	void listNeverReadsAllRows() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.jdbc.sql("""
					insert into audit (subject, subject_id, action, actor, happened_at)
					select case when n % 500 = 1 then 'CHANNEL' else 'IMAGE' end, n::text, 'bulk', 'actor ' || n % 100,
					now() + n * interval '1 minute' from generate_series(1, 3000) n""").update();
			this.jdbc.sql("analyze audit").update();
			Instant later = Instant.now().plusSeconds(3600);
			for (AuditFilter filter : List.of(filter(AuditSubject.IMAGE, "77", null, null),
					filter(null, "78", null, null), filter(AuditSubject.CHANNEL, null, null, null),
					filter(null, null, "actor 7", null), filter(null, null, "actor 8", "bulk"),
					filter(null, null, null, "nothing"),
					new AuditFilter(null, null, null, null, later, later.plusSeconds(600)))) {
				long before = scans();
				this.rows.findAll(filter, PageRequest.of(0, 5, Sort.by(Sort.Direction.DESC, "id")));
				assertThat(scans()).as(filter.toString()).isEqualTo(before);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "subject=world", "from=yesterday", "to=12:00", "actor=%00", "id=%0A", "action=%00",
			"size=0", "from=%2B999999999-01-01T00:00:00Z" })
	void listWhenAParameterIsWrongNamesIt(String query) {
		Api.Answer answer = this.api.get("/api/v1/audit?" + query).expect(400);
		assertThat(answer.problem()).isEqualTo("invalid-parameter");
		assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo(query.split("=")[0]);
	}

	private JsonNode only(String subject, String id) {
		JsonNode found = this.api.get("/api/v1/audit?subject=" + subject + "&id=" + id).expect(200).json();
		assertThat(found.path("total").asInt()).isOne();
		assertThat(found.at("/items/0/actor").asString()).isEqualTo("publisher");
		return found.at("/items/0");
	}

	private JsonNode rows(String more) {
		return this.api.as("reader").get("/api/v1/audit?subject=image&id=" + id() + more).expect(200).json();
	}

	private long scans() {
		return this.jdbc.sql("select seq_scan from pg_stat_xact_user_tables where relname = 'audit'")
			.query(Long.class)
			.single();
	}

	private static AuditFilter filter(@Nullable AuditSubject subject, @Nullable String id, @Nullable String actor,
			@Nullable String action) {
		return new AuditFilter(subject, id, actor, action, null, null);
	}

	private UUID id() {
		return UUID.fromString(this.image.substring(this.image.lastIndexOf('/') + 1));
	}

}
