package cellar.catalog.bucket;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.PublicAccess;
import cellar.catalog.store.S3Calls;
import cellar.catalog.store.StoreException;

/**
 * Makes the buckets that are missing, and tries until the store is there.
 */
class BucketInitializer implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(BucketInitializer.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final S3Client client;

	private final Buckets buckets;

	private final PublicAccess access;

	private volatile boolean ready;

	private volatile @Nullable Thread thread;

	BucketInitializer(S3Client client, Buckets buckets, PublicAccess access) {
		this.client = client;
		this.buckets = buckets;
		this.access = access;
	}

	boolean isReady() {
		return this.ready;
	}

	@Override
	public void start() {
		// Set before it runs, since it runs for as long as it is set.
		Thread initializer = Thread.ofVirtual().name("buckets").unstarted(this::keepTrying);
		this.thread = initializer;
		initializer.start();
	}

	@Override
	public void stop() {
		Thread running = this.thread;
		this.thread = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void keepTrying() {
		boolean told = false;
		while (this.thread != null && !this.ready) {
			try {
				this.buckets.all().forEach(this::ensure);
				this.ready = true;
			}
			catch (StoreException ex) {
				if (!told) {
					logger.atWarn()
						.addKeyValue("reason", ex.getMessage())
						.log("Buckets are missing and the store does not answer; trying again");
				}
				told = true;
				pause();
			}
		}
	}

	private void ensure(String bucket) {
		if (!exists(bucket)) {
			create(bucket);
			logger.atInfo().addKeyValue("bucket", bucket).log("Bucket created");
		}
		if (this.access == PublicAccess.POLICY) {
			S3Calls.call("let everybody read bucket '%s'".formatted(bucket),
					() -> this.client.putBucketPolicy((put) -> put.bucket(bucket).policy(PublicReadPolicy.of(bucket))));
		}
	}

	private boolean exists(String bucket) {
		try {
			S3Calls.call("find bucket '%s'".formatted(bucket),
					() -> this.client.headBucket((head) -> head.bucket(bucket)));
			return true;
		}
		catch (StoreException ex) {
			if (S3Calls.isMissingBucket(ex)) {
				return false;
			}
			throw ex;
		}
	}

	private void create(String bucket) {
		try {
			S3Calls.call("create bucket '%s'".formatted(bucket),
					() -> this.client.createBucket((create) -> create.bucket(bucket)));
		}
		catch (StoreException ex) {
			if (!S3Calls.isOwnedAlready(ex) || !exists(bucket)) {
				throw ex;
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
