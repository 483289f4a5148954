package cellar.catalog.artifact;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;
import cellar.catalog.store.Buckets;
import cellar.common.hash.HashFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two clients that send files for one image, both in the middle of their bodies.
 */
@CatalogServer
class SimultaneousUploadsIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** More than one part, so that both have something in the store already. */
	private static final int SIZE = 8 * 1024 * 1024 + 2;

	@LocalServerPort
	private int port;

	@Autowired
	private S3Client s3;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	@RepeatedTest(3)
	void putWhenTwoFilesArriveAtOnceKeepsOneWholeAndTellsTheOther() {
		Api api = new Api(this.port, "publisher");
		String id = api.createImage("{\"os\":\"debian\",\"architecture\":\"x86_64\"}").path("id").asString();
		String image = "/api/v1/images/" + id;
		List<HeldBody> bodies = List.of(new HeldBody(filledWith(1)), new HeldBody(filledWith(2)));
		List<CompletableFuture<Api.Answer>> uploads = bodies.stream()
			.map((body) -> CompletableFuture.supplyAsync(() -> api.send("PUT", image + "/artifact", body.publisher())))
			.toList();
		bodies.forEach(HeldBody::sendAllButTheLastByte);
		Awaitility.await().atMost(PATIENCE).until(() -> uploadsInTheStore(id) == 2);
		assertThat(uploads).noneMatch(CompletableFuture::isDone);
		bodies.parallelStream().forEach(HeldBody::sendTheRest);

		List<Api.Answer> answers = uploads.stream().map(CompletableFuture::join).toList();
		assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
		int winner = (answers.getFirst().status() == 200) ? 0 : 1;
		byte[] kept = bodies.get(winner).content();
		assertThat(answers.get(1 - winner).problem()).isEqualTo("artifact-changed");

		JsonNode artifact = api.get(image).expect(200).json().path("artifact");
		assertThat(artifact).isEqualTo(answers.get(winner).json().path("artifact"));
		assertThat(artifact.path("sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(kept));
		String key = artifact.path("url").asString().substring(this.buckets.images().length() + 1);
		assertThat(this.s3.getObjectAsBytes((get) -> get.bucket(this.buckets.images()).key(key)).asByteArray())
			.isEqualTo(kept);
		assertOnlyObjectIs(key);
	}

	private void assertOnlyObjectIs(String key) {
		String name = key.substring(0, key.indexOf('/') + 1);
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(
					this.s3.listObjectsV2((list) -> list.bucket(this.buckets.images()).prefix(name)).contents())
				.extracting(S3Object::key)
				.containsExactly(key));
		assertThat(this.s3.listMultipartUploads((list) -> list.bucket(this.buckets.images()).prefix(name)).uploads())
			.isEmpty();
	}

	// The first heartbeat comes after minutes: it is a part sent that touches an upload.
	private long uploadsInTheStore(String imageId) {
		return this.jdbc.sql("""
				select count(*) from upload
				where image_id = ?::uuid and state = 'RUNNING' and touched_at > started_at""")
			.param(imageId)
			.query(Long.class)
			.single();
	}

	private static byte[] filledWith(int value) {
		byte[] content = new byte[SIZE];
		Arrays.fill(content, (byte) value);
		return content;
	}

}
