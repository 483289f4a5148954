package cellar.catalog.store;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

import cellar.common.hash.HashFunction;

/**
 * {@link MultipartStore} over S3. Each part carries its MD5, so that the store refuses
 * what the network changed.
 */
class S3MultipartStore implements MultipartStore {

	/** Stores may copy all parts before they answer. */
	private static final Duration COMPLETION_TIMEOUT = Duration.ofMinutes(30);

	private final S3Client client;

	private final String bucket;

	private final @Nullable ObjectCannedACL acl;

	S3MultipartStore(S3Client client, Buckets buckets, PublicAccess access) {
		this.client = client;
		this.bucket = buckets.images();
		this.acl = access.acl();
	}

	@Override
	public String begin(String key, String contentType) {
		return S3Calls.call("begin '%s' in bucket '%s'".formatted(key, this.bucket),
				() -> this.client.createMultipartUpload((create) -> {
					create.bucket(this.bucket).key(key).contentType(contentType).cacheControl(ObjectHeaders.IMMUTABLE);
					if (this.acl != null) {
						create.acl(this.acl);
					}
				}).uploadId());
	}

	@Override
	public String part(String key, String multipartId, int number, byte[] buffer, int length) {
		// The provider reads the buffer in place, and again for a retry; fromBytes would
		// copy it.
		RequestBody body = RequestBody.fromContentProvider(() -> new ByteArrayInputStream(buffer, 0, length), length,
				"application/octet-stream");
		return S3Calls
			.call("write part %d of '%s' to bucket '%s'".formatted(number, key, this.bucket),
					() -> this.client.uploadPart((part) -> part.bucket(this.bucket)
						.key(key)
						.uploadId(multipartId)
						.partNumber(number)
						.contentLength((long) length)
						.contentMD5(md5(buffer, length)), body).eTag());
	}

	@Override
	public void complete(String key, String multipartId, List<Part> parts) {
		List<CompletedPart> completed = parts.stream()
			.map((part) -> CompletedPart.builder().partNumber(part.number()).eTag(part.tag()).build())
			.toList();
		S3Calls.call("complete '%s' in bucket '%s'".formatted(key, this.bucket),
				() -> this.client.completeMultipartUpload((complete) -> complete.bucket(this.bucket)
					.key(key)
					.uploadId(multipartId)
					.overrideConfiguration((override) -> override.apiCallAttemptTimeout(COMPLETION_TIMEOUT)
						.apiCallTimeout(COMPLETION_TIMEOUT))
					.multipartUpload((upload) -> upload.parts(completed))));
	}

	@Override
	public void abort(String key, String multipartId) {
		try {
			S3Calls.call("abort '%s' in bucket '%s'".formatted(key, this.bucket), () -> this.client
				.abortMultipartUpload((abort) -> abort.bucket(this.bucket).key(key).uploadId(multipartId)));
		}
		catch (StoreException ex) {
			if (!S3Calls.isMissing(ex)) {
				throw ex;
			}
		}
	}

	@Override
	public List<String> pending(String key) {
		return S3Calls.call("list the uploads of '%s' in bucket '%s'".formatted(key, this.bucket),
				() -> this.client.listMultipartUploads((list) -> list.bucket(this.bucket).prefix(key))
					.uploads()
					.stream()
					.filter((upload) -> upload.key().equals(key))
					.map(MultipartUpload::uploadId)
					.toList());
	}

	private static String md5(byte[] buffer, int length) {
		MessageDigest digest = HashFunction.MD5.start();
		digest.update(buffer, 0, length);
		return Base64.getEncoder().encodeToString(digest.digest());
	}

}
