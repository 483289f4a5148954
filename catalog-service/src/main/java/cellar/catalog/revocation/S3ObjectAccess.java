package cellar.catalog.revocation;

import java.util.OptionalLong;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.PublicAccess;
import cellar.catalog.store.S3Calls;
import cellar.catalog.store.StoreException;

/**
 * {@link ObjectAccess} over S3, and checked with the eyes of a stranger.
 */
class S3ObjectAccess implements ObjectAccess {

	private final S3Client client;

	private final ObjectStore objects;

	private final ServerSideCopy copy;

	private final PublicAccess access;

	S3ObjectAccess(S3Client client, ObjectStore objects, PublicAccess access) {
		this.client = client;
		this.objects = objects;
		this.copy = new ServerSideCopy(client);
		this.access = access;
	}

	@Override
	public void revoke(String bucket, String key) {
		OptionalLong size = this.objects.size(bucket, key);
		if (size.isEmpty()) {
			return;
		}
		boolean readable = switch (this.access) {
			case ACL -> {
				makePrivate(bucket, key);
				yield isReadableForStrangers(bucket, key);
			}
			// A policy names whole prefixes, and a gateway with credentials reads
			// whatever
			// their owner reads under the key that it knows.
			case POLICY, NONE -> {
				setAside(bucket, key, size.getAsLong());
				yield this.objects.size(bucket, key).isPresent();
			}
		};
		if (readable) {
			throw new StoreException("'%s' in bucket '%s' can still be read".formatted(key, bucket));
		}
	}

	private void makePrivate(String bucket, String key) {
		S3Calls.call("make '%s' in bucket '%s' private".formatted(key, bucket),
				() -> this.client.putObjectAcl((put) -> put.bucket(bucket).key(key).acl(ObjectCannedACL.PRIVATE)));
	}

	private void setAside(String bucket, String key, long size) {
		String aside = Aside.keyOf(key);
		this.copy.copy(bucket, key, aside, size);
		if (this.objects.size(bucket, aside).orElse(-1) != size) {
			throw new StoreException("'%s' in bucket '%s' is not the copy that was made".formatted(aside, bucket));
		}
		this.objects.delete(bucket, key);
	}

	private boolean isReadableForStrangers(String bucket, String key) {
		try {
			S3Calls.call("find '%s' in bucket '%s' as a stranger".formatted(key, bucket),
					() -> this.client.headObject((head) -> head.bucket(bucket)
						.key(key)
						.overrideConfiguration(
								(override) -> override.credentialsProvider(AnonymousCredentialsProvider.create()))));
			return true;
		}
		catch (StoreException ex) {
			if (S3Calls.isMissing(ex) || S3Calls.isDenied(ex)) {
				return false;
			}
			throw ex;
		}
	}

}
