package cellar.catalog.publisher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogProcess;
import cellar.catalog.Parts;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.TestStores;
import cellar.common.store.S3Clients;
import cellar.common.store.StoreConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service of its own process that is killed while it publishes.
 */
class KilledPublisherIntegrationTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_127L);

	private static final int KILLS = Integer.getInteger("soak.kills", 1);

	private final CatalogProcess service = new CatalogProcess("killed-publisher");

	private final Api api = this.service.api();

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void startAfterAKillFinishesWhatWasOrdered() throws InterruptedException {
		this.service.start();
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
			this.service.kill();
			this.service.start();
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
			String site = this.service.property("cellar.catalog.store.site-bucket");
			for (String pointer : Publishing.POINTERS) {
				assertThat(store.get(site, pointer)).as(pointer)
					.isEqualTo(store.get(site, "p/" + serial + "/" + pointer));
			}
		}
	}

}
