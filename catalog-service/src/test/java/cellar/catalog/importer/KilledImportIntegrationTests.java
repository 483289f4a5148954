package cellar.catalog.importer;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogProcess;
import cellar.common.hash.HashFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service of its own process that is killed while it fetches.
 */
class KilledImportIntegrationTests {

	private static final int PART = 8 * 1024 * 1024;

	private static final int SENT = PART + PART / 2;

	private static final byte[] CONTENT = content();

	private final CatalogProcess service = new CatalogProcess("killed-import")
		.with("cellar.catalog.intake.allow-internal", "127.0.0.1")
		.with("cellar.catalog.intake.ports", "1-65535");

	private final CountDownLatch killed = new CountDownLatch(1);

	private final Api api = this.service.api();

	private FileServer elsewhere;

	@BeforeEach
	void start() throws IOException {
		this.elsewhere = FileServer.start();
	}

	@AfterEach
	void stop() {
		this.killed.countDown();
		this.service.close();
		this.elsewhere.close();
	}

	@Test
	@Timeout(value = 3, unit = TimeUnit.MINUTES)
	void startAfterAKillGoesOnFromTheLastPart() {
		this.elsewhere.answer("/image.tgz", (exchange) -> {
			exchange.getResponseHeaders().set("ETag", "\"one\"");
			exchange.sendResponseHeaders(200, CONTENT.length);
			exchange.getResponseBody().write(CONTENT, 0, SENT);
			exchange.getResponseBody().flush();
			await(this.killed);
		}, FileServer.rest("\"one\"", CONTENT));
		this.service.start();
		String location = this.api
			.post("/api/v1/imports",
					this.elsewhere.order("image.tgz",
							", \"sha256\": \"%s\"".formatted(HashFunction.SHA_256.hexOf(CONTENT))))
			.expect(202)
			.header("Location");
		JdbcClient database = JdbcClient
			.create(new DriverManagerDataSource(this.service.property("spring.datasource.url"), "postgres", ""));
		Awaitility.await()
			.until(() -> database.sql("select coalesce(max(position), 0) from resumable_upload")
				.query(Long.class)
				.single() == PART);
		this.service.kill();
		this.killed.countDown();
		this.service.start();
		JsonNode report = Awaitility.await()
			.until(() -> this.api.get(location).expect(200).json(),
					(found) -> found.path("state").asString().equals("COMPLETED"));
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("kept");
		assertThat(report.at("/entries/0/file/attempts").asInt()).isEqualTo(2);
		assertThat(this.elsewhere.ranges()).containsExactly("whole", "bytes=" + PART + "-");
		JsonNode image = this.api.get("/api/v1/images/" + report.at("/entries/0/imageId").asString()).json();
		assertThat(image.at("/artifact/sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(CONTENT));
		assertThat(database.sql("select count(*) from upload").query(Integer.class).single()).isOne();
	}

	private static byte[] content() {
		byte[] content = new byte[2 * PART + 17];
		new Random(20_261_127).nextBytes(content);
		content[0] = 1;
		return content;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(60, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
