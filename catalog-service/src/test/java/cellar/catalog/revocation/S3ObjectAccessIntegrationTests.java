package cellar.catalog.revocation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

import cellar.catalog.Parts;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.PublicAccess;
import cellar.catalog.store.StoreException;
import cellar.catalog.store.TestStores;
import cellar.common.store.S3Clients;
import cellar.common.store.StoreConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class S3ObjectAccessIntegrationTests {

	private static final int MIB = 1024 * 1024;

	private static final String KEY = "debian/1/debian.tgz";

	private final String bucket = "revoked-" + UUID.randomUUID();

	private S3Client client;

	private ObjectStore objects;

	@BeforeEach
	void connect() {
		this.client = S3Clients.connect(new StoreConnection(Parts.store().endpoint(), "us-east-1", true,
				Parts.store().accessKey(), Parts.store().secretKey()));
		this.client.createBucket((create) -> create.bucket(this.bucket));
		this.objects = TestStores.over(this.client);
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void revokeWhenEveryObjectHasAnAclKeepsItForItsOwner() throws Exception {
		put(new byte[100]);
		assertThat(statusForStrangers(KEY)).isEqualTo(200);
		access(PublicAccess.ACL).revoke(this.bucket, KEY);
		assertThat(statusForStrangers(KEY)).isEqualTo(403);
		assertThat(this.objects.size(this.bucket, KEY)).hasValue(100);
	}

	@ParameterizedTest
	@EnumSource(names = { "POLICY", "NONE" })
	void revokeWhenGatewaysReadWithCredentialsSetsItAside(PublicAccess access) throws Exception {
		put(new byte[100]);
		access(access).revoke(this.bucket, KEY);
		assertThat(this.objects.size(this.bucket, KEY)).isEmpty();
		assertThat(this.objects.size(this.bucket, ".withdrawn/" + KEY)).hasValue(100);
		assertThat(statusForStrangers(".withdrawn/" + KEY)).isEqualTo(403);
	}

	@ParameterizedTest
	@EnumSource
	void revokeAgainChangesNothing(PublicAccess access) {
		put(new byte[100]);
		access(access).revoke(this.bucket, KEY);
		access(access).revoke(this.bucket, KEY);
		String kept = (access == PublicAccess.ACL) ? KEY : ".withdrawn/" + KEY;
		assertThat(this.objects.size(this.bucket, kept)).hasValue(100);
	}

	@Test
	void revokeWhenThereIsNoSuchObjectIsDone() {
		access(PublicAccess.ACL).revoke(this.bucket, "nothing");
		assertThat(this.objects.size(this.bucket, "nothing")).isEmpty();
	}

	@Test
	void revokeWhenStoreStillGivesItAwayFails() {
		put(new byte[100]);
		ObjectStore deaf = TestStores.keepingEverything(this.objects);
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> new S3ObjectAccess(this.client, deaf, PublicAccess.NONE).revoke(this.bucket, KEY))
			.withMessageContaining("can still be read");
	}

	@Test
	void copyWhenObjectIsLargerThanOnePartCopiesAllParts() {
		byte[] content = new byte[11 * MIB];
		content[5 * MIB] = 1;
		content[11 * MIB - 1] = 2;
		put(content);
		new ServerSideCopy(this.client, 5 * MIB).copy(this.bucket, KEY, "copy", content.length);
		assertThat(this.objects.get(this.bucket, "copy")).isEqualTo(content);
	}

	private ObjectAccess access(PublicAccess access) {
		return new S3ObjectAccess(this.client, this.objects, access);
	}

	private void put(byte[] content) {
		this.client.putObject((put) -> put.bucket(this.bucket).key(KEY).acl(ObjectCannedACL.PUBLIC_READ),
				RequestBody.fromBytes(content));
	}

	private int statusForStrangers(String key) throws IOException, InterruptedException {
		URI url = Parts.store().endpoint().resolve("/" + this.bucket + "/" + key);
		try (HttpClient stranger = HttpClient.newHttpClient()) {
			return stranger.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode();
		}
	}

}
