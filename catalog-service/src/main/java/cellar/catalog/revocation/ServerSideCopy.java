package cellar.catalog.revocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

import cellar.catalog.store.S3Calls;

/**
 * Copies within a bucket, of which no byte passes through here. The copy is private.
 */
class ServerSideCopy {

	/** What CopyObject takes, and a part at most. */
	private static final long LARGEST = 5L * 1024 * 1024 * 1024;

	/** Stores may copy all bytes of an object before they answer. */
	private static final Duration TIMEOUT = Duration.ofMinutes(30);

	private final S3Client client;

	private final long partSize;

	ServerSideCopy(S3Client client) {
		this(client, LARGEST);
	}

	ServerSideCopy(S3Client client, long partSize) {
		this.client = client;
		this.partSize = partSize;
	}

	void copy(String bucket, String from, String to, long size) {
		S3Calls.call("copy '%s' in bucket '%s'".formatted(from, bucket), () -> {
			if (size <= this.partSize) {
				return this.client.copyObject((copy) -> copy.sourceBucket(bucket)
					.sourceKey(from)
					.destinationBucket(bucket)
					.destinationKey(to)
					.overrideConfiguration(ServerSideCopy::patiently));
			}
			return copyInParts(bucket, from, to, size);
		});
	}

	private Object copyInParts(String bucket, String from, String to, long size) {
		String id = this.client.createMultipartUpload((create) -> create.bucket(bucket).key(to)).uploadId();
		try {
			List<CompletedPart> parts = new ArrayList<>();
			for (long start = 0; start < size; start += this.partSize) {
				parts.add(
						copyPart(bucket, from, to, id, parts.size() + 1, start, Math.min(size, start + this.partSize)));
			}
			return this.client.completeMultipartUpload((complete) -> complete.bucket(bucket)
				.key(to)
				.uploadId(id)
				.multipartUpload((upload) -> upload.parts(parts))
				.overrideConfiguration(ServerSideCopy::patiently));
		}
		catch (RuntimeException ex) {
			this.client.abortMultipartUpload((abort) -> abort.bucket(bucket).key(to).uploadId(id));
			throw ex;
		}
	}

	private CompletedPart copyPart(String bucket, String from, String to, String id, int number, long start, long end) {
		String tag = this.client
			.uploadPartCopy((copy) -> copy.sourceBucket(bucket)
				.sourceKey(from)
				.copySourceRange("bytes=" + start + "-" + (end - 1))
				.destinationBucket(bucket)
				.destinationKey(to)
				.uploadId(id)
				.partNumber(number)
				.overrideConfiguration(ServerSideCopy::patiently))
			.copyPartResult()
			.eTag();
		return CompletedPart.builder().partNumber(number).eTag(tag).build();
	}

	private static void patiently(AwsRequestOverrideConfiguration.Builder override) {
		override.apiCallAttemptTimeout(TIMEOUT).apiCallTimeout(TIMEOUT);
	}

}
