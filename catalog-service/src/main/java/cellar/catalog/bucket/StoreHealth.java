package cellar.catalog.bucket;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.S3Calls;

/**
 * Whether both buckets can be reached now.
 */
@Component("storeHealthIndicator")
class StoreHealth extends AbstractHealthIndicator {

	private final S3Client client;

	private final Buckets buckets;

	private final BucketInitializer initializer;

	StoreHealth(S3Client client, Buckets buckets, BucketInitializer initializer) {
		this.client = client;
		this.buckets = buckets;
		this.initializer = initializer;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		if (!this.initializer.isReady()) {
			builder.down().withDetail("reason", "the buckets are not there yet");
			return;
		}
		for (String bucket : this.buckets.all()) {
			S3Calls.call("find bucket '%s'".formatted(bucket),
					() -> this.client.headBucket((head) -> head.bucket(bucket)));
		}
		builder.up().withDetail("buckets", this.buckets.all());
	}

}
