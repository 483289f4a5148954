package cellar.catalog.store;

import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;

/**
 * {@link ObjectLister} over S3, by the first version of the call, which every store
 * knows.
 */
class S3ObjectLister implements ObjectLister {

	private static final int PORTION = 1000;

	private final S3Client client;

	private final int portion;

	S3ObjectLister(S3Client client) {
		this(client, PORTION);
	}

	S3ObjectLister(S3Client client, int portion) {
		this.client = client;
		this.portion = portion;
	}

	@Override
	public Portion objects(String bucket, @Nullable Place from) {
		String marker = (from != null) ? from.key() : null;
		ListObjectsResponse listed = S3Calls.call("list the objects of bucket '%s'".formatted(bucket),
				() -> this.client.listObjects((list) -> list.bucket(bucket).marker(marker).maxKeys(this.portion)));
		List<Entry> entries = listed.contents()
			.stream()
			.map((object) -> new Entry(object.key(), null, object.size(), object.lastModified()))
			.toList();
		return portion(bucket, entries, listed.isTruncated(), place(listed.nextMarker(), null));
	}

	@Override
	public Portion uploads(String bucket, @Nullable Place from) {
		ListMultipartUploadsResponse listed = S3Calls.call("list the uploads of bucket '%s'".formatted(bucket),
				() -> this.client.listMultipartUploads((list) -> {
					list.bucket(bucket);
					if (from != null) {
						list.keyMarker(from.key()).uploadIdMarker(from.multipartId());
					}
				}));
		List<Entry> entries = listed.uploads()
			.stream()
			.map((upload) -> new Entry(upload.key(), upload.uploadId(), 0, upload.initiated()))
			.toList();
		return portion(bucket, entries, listed.isTruncated(),
				place(listed.nextKeyMarker(), listed.nextUploadIdMarker()));
	}

	private static @Nullable Place place(@Nullable String key, @Nullable String multipartId) {
		return (key != null && !key.isEmpty()) ? new Place(key, multipartId) : null;
	}

	private static Portion portion(String bucket, List<Entry> entries, @Nullable Boolean truncated,
			@Nullable Place next) {
		if (!Boolean.TRUE.equals(truncated)) {
			return new Portion(entries, null);
		}
		if (next != null) {
			return new Portion(entries, next);
		}
		// Stores need not tell when the last entry does.
		if (entries.isEmpty()) {
			throw new StoreException("The list of bucket '%s' does not tell how it goes on".formatted(bucket));
		}
		return new Portion(entries, new Place(entries.getLast().key(), entries.getLast().multipartId()));
	}

}
