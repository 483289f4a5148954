package cellar.catalog.store;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * {@link ObjectStore} over S3.
 */
class S3ObjectStore implements ObjectStore {

	private final S3Client client;

	private final @Nullable ObjectCannedACL acl;

	S3ObjectStore(S3Client client, PublicAccess access) {
		this.client = client;
		this.acl = access.acl();
	}

	@Override
	public void put(String bucket, String key, byte[] content, ObjectHeaders headers) {
		S3Calls.call("write '%s' to bucket '%s'".formatted(key, bucket), () -> this.client.putObject((put) -> {
			put.bucket(bucket).key(key).contentType(headers.contentType()).cacheControl(headers.cacheControl());
			if (this.acl != null) {
				put.acl(this.acl);
			}
		}, RequestBody.fromBytes(content)));
	}

	@Override
	public byte @Nullable [] get(String bucket, String key) {
		try {
			return S3Calls.call("read '%s' from bucket '%s'".formatted(key, bucket),
					() -> this.client.getObjectAsBytes((get) -> get.bucket(bucket).key(key)).asByteArrayUnsafe());
		}
		catch (StoreException ex) {
			if (S3Calls.isMissing(ex)) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public OptionalLong size(String bucket, String key) {
		try {
			return OptionalLong.of(S3Calls.call("find '%s' in bucket '%s'".formatted(key, bucket),
					() -> this.client.headObject((head) -> head.bucket(bucket).key(key)).contentLength()));
		}
		catch (StoreException ex) {
			if (S3Calls.isMissing(ex)) {
				return OptionalLong.empty();
			}
			throw ex;
		}
	}

	@Override
	public void delete(String bucket, String key) {
		S3Calls.call("delete '%s' from bucket '%s'".formatted(key, bucket),
				() -> this.client.deleteObject((delete) -> delete.bucket(bucket).key(key)));
	}

}
