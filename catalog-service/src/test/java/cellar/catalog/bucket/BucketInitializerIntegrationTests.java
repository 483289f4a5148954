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

class BucketInitializerIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ObjectStoreServer server = Parts.store();

	private final String suffix = UUID.randomUUID().toString();

	private final Buckets buckets = new Buckets("images-" + this.suffix, "site-" + this.suffix);

	@RepeatedTest(20)
	void startMakesBucketsThatAreMissing() {
		try (S3Client client = client()) {
			BucketInitializer initializer = new BucketInitializer(client, this.buckets, PublicAccess.ACL);
			initializer.start();
			Awaitility.await().atMost(PATIENCE).until(initializer::isReady);
			assertThat(client.listBuckets().buckets()).extracting((bucket) -> bucket.name())
				.contains(this.buckets.images(), this.buckets.site());
			BucketInitializer second = new BucketInitializer(client, this.buckets, PublicAccess.NONE);
			second.start();
			Awaitility.await().atMost(PATIENCE).until(second::isReady);
		}
	}

	@Test
	void startWhenStoreIsNotUpTriesUntilItIs() {
		this.server.stop();
		try (S3Client client = client()) {
			BucketInitializer initializer = new BucketInitializer(client, this.buckets, PublicAccess.ACL);
			initializer.start();
			assertThat(initializer.isReady()).isFalse();
			this.server.start();
			Awaitility.await().atMost(PATIENCE).until(initializer::isReady);
			initializer.stop();
			assertThat(initializer.isRunning()).isFalse();
		}
	}

	private S3Client client() {
		return S3Clients.connect(new StoreConnection(this.server.endpoint(), "us-east-1", true, this.server.accessKey(),
				this.server.secretKey()));
	}

}
