package cellar.catalog.publisher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogApplication;
import cellar.catalog.Parts;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.TestStores;
import cellar.common.store.S3Clients;
import cellar.common.store.StoreConnection;
import cellar.parts.FreePorts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service of its own process that is killed while it publishes.
 */
class KilledPublisherIntegrationTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_127L);

	private static final int KILLS = Integer.getInteger("soak.kills", 1);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Map<String, String> properties = new LinkedHashMap<>();

	private final int port = FreePorts.next();

	private final Api api = new Api(this.port, "publisher");

	private @Nullable Process process;

	@AfterEach
	void stop() throws InterruptedException {
		if (this.process != null) {
			this.process.destroyForcibly().waitFor();
		}
	}

	@Test
	void startAfterAKillFinishesWhatWasOrdered() throws InterruptedException {
		Parts.register((name, value) -> this.properties.put(name, String.valueOf(value.get())));
		Process running = start();
		this.api.activeImage("image", new byte[] { 1 });
		this.api.publish();
		Random random = new Random(SEED);
		for (int kill = 0; kill < KILLS; kill++) {
			List<String> ordered = new ArrayList<>();
			for (int order = 0; order < 3; order++) {
				ordered
					.add(this.api.post("/api/v1/publications", "{\"reason\":\"test\"}").expect(202).header("Location"));
			}
			Duration moment = Duration.ofMillis(random.nextInt(400));
			Awaitility.await().pollDelay(moment).until(() -> true);
			running.destroyForcibly().waitFor();
			running = start();
			ordered.forEach(this.api::settled);
			JsonNode live = this.api.get("/api/v1/publications/live").expect(200).json();
			assertThat(ordered.getLast()).as("seed %d, kill %d after %s", SEED, kill, moment)
				.endsWith("/" + live.path("serial").asLong());
			assertReadersSee(live.path("serial").asLong());
		}
	}

	private void assertReadersSee(long serial) {
		StoreConnection connection = new StoreConnection(Parts.store().endpoint(), "us-east-1", true,
				Parts.store().accessKey(), Parts.store().secretKey());
		try (S3Client client = S3Clients.connect(connection)) {
			ObjectStore store = TestStores.over(client);
			String site = this.properties.getOrDefault("cellar.catalog.store.site-bucket", "");
			for (String pointer : Publishing.POINTERS) {
				assertThat(store.get(site, pointer)).as(pointer)
					.isEqualTo(store.get(site, "p/" + serial + "/" + pointer));
			}
		}
	}

	private Process start() {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), CatalogApplication.class.getName(),
						"--server.port=" + this.port, "--db-scheduler.heartbeat-interval=100ms"));
		this.properties.forEach((name, value) -> command.add("--" + name + "=" + value));
		try {
			Process started = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-publisher.log")))
				.start();
			this.process = started;
			Awaitility.await()
				.atMost(PATIENCE)
				.ignoreExceptions()
				.until(() -> this.api.get("/api/v1/publications").status() == 200);
			return started;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
