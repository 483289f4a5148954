package cellar.catalog.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.Parts;
import cellar.common.store.S3Clients;
import cellar.common.store.StoreConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class S3ObjectListerIntegrationTests {

	private static final List<String> KEYS = List.of("a", "a+b", "b/b c", "c", "d/e/f");

	@Test
	void listsAllInPortionsAndWhatWasBegun() {
		String bucket = "listed-" + UUID.randomUUID();
		try (S3Client client = S3Clients.connect(new StoreConnection(Parts.store().endpoint(), "us-east-1", true,
				Parts.store().accessKey(), Parts.store().secretKey()))) {
			client.createBucket((create) -> create.bucket(bucket));
			S3ObjectLister lister = new S3ObjectLister(client, 2);
			assertThat(lister.objects(bucket, null).entries()).isEmpty();
			KEYS.forEach((key) -> client.putObject((put) -> put.bucket(bucket).key(key), RequestBody.fromString(key)));
			String id = client.createMultipartUpload((create) -> create.bucket(bucket).key("begun")).uploadId();
			assertThat(all(lister, bucket)).extracting(ObjectLister.Entry::key)
				.containsExactlyInAnyOrderElementsOf(KEYS);
			assertThat(all(lister, bucket).getFirst().size()).isEqualTo(1);
			assertThat(lister.uploads(bucket, null).entries()).singleElement().satisfies((upload) -> {
				assertThat(upload.key()).isEqualTo("begun");
				assertThat(upload.multipartId()).isEqualTo(id);
			});
			assertThatExceptionOfType(StoreException.class).isThrownBy(() -> lister.objects("no-such-bucket", null));
		}
	}

	private static List<ObjectLister.Entry> all(ObjectLister lister, String bucket) {
		List<ObjectLister.Entry> entries = new ArrayList<>();
		ObjectLister.@Nullable Place next = null;
		do {
			ObjectLister.Portion portion = lister.objects(bucket, next);
			assertThat(portion.entries()).hasSizeLessThanOrEqualTo(2);
			entries.addAll(portion.entries());
			next = portion.next();
		}
		while (next != null);
		return entries;
	}

}
