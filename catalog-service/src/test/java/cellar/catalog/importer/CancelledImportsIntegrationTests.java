package cellar.catalog.importer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Imports that nobody wants any more, and what callers see of them meanwhile.
 */
@ImportServer
class CancelledImportsIntegrationTests {

	private static final byte[] CONTENT = FileServer.content("an image ");

	private final String file = SampleEntries.unique() + ".tgz";

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch goOn = new CountDownLatch(1);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource database;

	private FileServer elsewhere;

	private Api api;

	@BeforeEach
	void start() throws IOException {
		this.api = new Api(this.port, "publisher");
		this.elsewhere = FileServer.start();
	}

	@AfterEach
	void stop() {
		this.goOn.countDown();
		this.elsewhere.close();
	}

	@Test
	void cancelWhileAFileArrivesKeepsNothingOfIt() throws Exception {
		halfAtFirst();
		String location = ordered();
		this.api.as("reader").delete(location).expect(403);
		this.api.delete(location).expect(204);
		this.goOn.countDown();
		JsonNode report = this.api.get(location).json();
		assertThat(report.path("state").asString()).isEqualTo("CANCELLED");
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("skipped");
		Awaitility.await().untilAsserted(() -> assertThat(runningUploads()).isZero());
		assertThat(hasArtifact(report)).isFalse();
	}

	@Test
	void listWhileAFileArrivesTellsHowFarItHasCome() throws Exception {
		halfAtFirst();
		String location = ordered();
		JsonNode arriving = Awaitility.await()
			.until(() -> listed(location), (listed) -> listed.at("/files/percent").asInt() > 0);
		assertThat(arriving.path("state").asString()).isEqualTo("FETCHING");
		assertThat(arriving.has("finishedAt")).isFalse();
		assertThat(arriving.at("/files/fetching").asInt()).isOne();
		assertThat(arriving.at("/files/percent").asInt()).isBetween(1, 50);
		assertThat(arriving.at("/files/bytes").asLong()).isBetween(1L, CONTENT.length / 2L);
		assertThat(arriving.at("/files/totalBytes").asLong()).isEqualTo(CONTENT.length);
		Instant before = Instant.now();
		this.goOn.countDown();
		JsonNode done = Awaitility.await()
			.until(() -> listed(location), (listed) -> listed.path("state").asString().equals("COMPLETED"));
		assertThat(done.at("/files/percent").asInt()).isEqualTo(100);
		assertThat(done.at("/files/bytes").asLong()).isEqualTo(CONTENT.length);
		assertThat(Instant.parse(done.path("finishedAt").asString())).isAfter(before);
		assertThat(done.path("files").propertyNames()).containsExactlyInAnyOrder("waiting", "fetching", "kept",
				"failed", "skipped", "bytes", "totalBytes", "percent");
		assertThat(done.path("files")).isEqualTo(this.api.get(location).json().path("files"));
	}

	@Test
	void cancelAfterTheLastByteAttachesNothing() throws Exception {
		halfAtFirst();
		String location = ordered();
		UUID image = UUID.fromString(this.api.get(location).json().at("/entries/0/imageId").asString());
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			lock(connection, image);
			this.goOn.countDown();
			Awaitility.await().untilAsserted(() -> assertThat(waitingForLocks()).isOne());
			this.api.delete(location).expect(204);
			connection.rollback();
		}
		Awaitility.await().untilAsserted(() -> assertThat(runningUploads()).isZero());
		JsonNode report = this.api.get(location).json();
		assertThat(report.path("state").asString()).isEqualTo("CANCELLED");
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("skipped");
		assertThat(hasArtifact(report)).isFalse();
	}

	@Test
	void cancelIsAuditedOnce() throws Exception {
		halfAtFirst();
		String location = ordered();
		this.api.delete(location).expect(204);
		this.api.delete(location).expect(204);
		String id = location.substring(location.lastIndexOf('/') + 1);
		JsonNode audit = this.api.as("reader").get("/api/v1/audit?subject=import&id=" + id).expect(200).json();
		assertThat(audit.path("total").asInt()).isEqualTo(2);
		assertThat(audit.at("/items/0/action").asString()).isEqualTo("cancel");
		assertThat(audit.at("/items/0/actor").asString()).isEqualTo("publisher");
		assertThat(audit.at("/items/0/before/state").asString()).isEqualTo("FETCHING");
		assertThat(audit.at("/items/0/after/state").asString()).isEqualTo("CANCELLED");
	}

	@Test
	void cancelWhenAllIsDoneChangesNothing() {
		this.elsewhere.answer("/" + this.file, FileServer.whole("", CONTENT));
		JsonNode report = this.api.imported(this.elsewhere.order(this.file, ""));
		String location = "/api/v1/imports/" + report.path("id").asString();
		this.api.delete(location).expect(204);
		assertThat(this.api.get(location).json()).isEqualTo(report);
		assertThat(hasArtifact(report)).isTrue();
	}

	private void halfAtFirst() {
		this.elsewhere.answer("/" + this.file, (exchange) -> {
			exchange.sendResponseHeaders(200, CONTENT.length);
			exchange.getResponseBody().write(CONTENT, 0, CONTENT.length / 2);
			exchange.getResponseBody().flush();
			this.begun.countDown();
			await(this.goOn);
			exchange.getResponseBody().write(CONTENT, CONTENT.length / 2, CONTENT.length - CONTENT.length / 2);
		});
	}

	private String ordered() throws InterruptedException {
		String location = this.api.post("/api/v1/imports", this.elsewhere.order(this.file, ""))
			.expect(202)
			.header("Location");
		assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.api.get(location).json().path("state").asString()).isEqualTo("FETCHING"));
		return location;
	}

	private JsonNode listed(String location) {
		JsonNode newest = this.api.get("/api/v1/imports?size=1").expect(200).json().at("/items/0");
		assertThat(location).endsWith(newest.path("id").asString());
		return newest;
	}

	private int runningUploads() {
		return this.jdbc.sql("select count(*) from upload where state = 'RUNNING'").query(Integer.class).single();
	}

	private int waitingForLocks() {
		return this.jdbc.sql("""
				select count(*) from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single();
	}

	private static void lock(Connection connection, UUID image) throws Exception {
		try (PreparedStatement lock = connection.prepareStatement("select 1 from image where id = ? for update")) {
			lock.setObject(1, image);
			lock.execute();
		}
	}

	private boolean hasArtifact(JsonNode report) {
		JsonNode image = this.api.get("/api/v1/images/" + report.at("/entries/0/imageId").asString()).json();
		return image.path("artifact").isObject();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
