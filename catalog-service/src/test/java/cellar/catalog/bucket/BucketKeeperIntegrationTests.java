package cellar.catalog.bucket;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.Parts;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.PublicAccess;
import cellar.common.store.S3Clients;
import cellar.common.store.StoreConnection;
import cellar.parts.ObjectStoreServer;

import static org.assertj.core.api.Assertions.assertThat;

class BucketKeeperIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ObjectStoreServer server = Parts.store();

	private final String suffix = UUID.randomUUID().toString();

	private final Buckets buckets = new Buckets("images-" + this.suffix, "site-" + this.suffix);

	@RepeatedTest(20)
	void startMakesBucketsThatAreMissing() {
		try (S3Client client = client()) {
			BucketKeeper keeper = new BucketKeeper(client, this.buckets, PublicAccess.ACL);
			keeper.start();
			Awaitility.await().atMost(PATIENCE).until(keeper::isReady);
			assertThat(client.listBuckets().buckets()).extracting((bucket) -> bucket.name())
				.contains(this.buckets.images(), this.buckets.site());
			BucketKeeper second = new BucketKeeper(client, this.buckets, PublicAccess.NONE);
			second.start();
			Awaitility.await().atMost(PATIENCE).until(second::isReady);
		}
	}

	@Test
	void startWhenStoreIsNotUpTriesUntilItIs() {
		this.server.stop();
		try (S3Client client = client()) {
			BucketKeeper keeper = new BucketKeeper(client, this.buckets, PublicAccess.ACL);
			keeper.start();
			assertThat(keeper.isReady()).isFalse();
			this.server.start();
			Awaitility.await().atMost(PATIENCE).until(keeper::isReady);
			keeper.stop();
			assertThat(keeper.isRunning()).isFalse();
		}
	}

	private S3Client client() {
		return S3Clients.connect(new StoreConnection(this.server.endpoint(), "us-east-1", true, this.server.accessKey(),
				this.server.secretKey()));
	}

}
