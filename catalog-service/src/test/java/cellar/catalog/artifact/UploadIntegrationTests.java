package cellar.catalog.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.Parts;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "cellar.catalog.artifact.max-size=20MB", "cellar.catalog.artifact.concurrent-uploads=2",
				"cellar.catalog.artifact.abandon-after=2s", "cellar.catalog.artifact.sweep-every=1s" })
class UploadIntegrationTests {

	private static final byte[] CONTENT = "hello world".getBytes(StandardCharsets.UTF_8);

	private static final String SHA256 = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

	@LocalServerPort
	private int port;

	@Autowired
	private S3Client s3;

	@Autowired
	private MultipartStore parts;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	private Api api;

	private String image;

	private String name;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
	}

	@BeforeEach
	void createDraft() {
		this.api = new Api(this.port, "publisher");
		JsonNode draft = this.api.createImage("{\"os\":\"debian\",\"architecture\":\"x86_64\"}");
		this.image = "/api/v1/images/" + draft.path("id").asString();
		this.name = draft.path("name").asString();
	}

	@Test
	void putWhenFileHasSeveralPartsIsWholeInTheStore() {
		byte[] content = new byte[17 * 1024 * 1024 + 3];
		JsonNode artifact = this.api.put(this.image + "/artifact", content).expect(200).json().path("artifact");
		assertThat(artifact.path("size").asLong()).isEqualTo(content.length);
		assertThat(artifact.path("url").asString()).endsWith("/" + this.name + ".tgz");
		assertThat(objects()).singleElement().extracting(S3Object::size).isEqualTo((long) content.length);
	}

	@Test
	void putWhenTypeIsAFormOfCurlKeepsTheRawBody() {
		JsonNode artifact = this.api
			.put(this.image + "/artifact", CONTENT, "Content-Type", "application/x-www-form-urlencoded",
					"x-expected-sha256", SHA256)
			.expect(200)
			.json()
			.path("artifact");
		assertThat(artifact.path("sha256").asString()).isEqualTo(SHA256);
		assertThat(artifact.path("md5").asString()).isEqualTo("5eb63bbbe01eeed093cb22bb8f5acdc3");
		assertThat(artifact.path("eustoreName").asString()).isEqualTo("0481432305");
	}

	@Test
	void putWhenArtifactIsThereReplacesItAndSweepsTheOldObject() {
		this.api.put(this.image + "/artifact", CONTENT).expect(200);
		String key = this.api.put(this.image + "/artifact", CONTENT).expect(200).json().at("/artifact/url").asString();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> objects().size() == 1);
		assertThat(this.buckets.images() + "/" + objects().getFirst().key()).isEqualTo(key);
	}

	@Test
	void deleteWhenDraftHasAnArtifactSweepsItsObject() {
		this.api.put(this.image + "/artifact", CONTENT).expect(200);
		this.api.delete(this.image).expect(204);
		this.api.get(this.image).expect(404);
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> objects().isEmpty());
	}

	@Test
	void putWhenChecksumIsWrongLeavesNothing() {
		String wrong = SHA256.replace('9', '0');
		Api.Answer answer = this.api.put(this.image + "/artifact", CONTENT, "x-expected-sha256", wrong).expect(422);
		assertThat(answer.problem()).isEqualTo("checksum-mismatch");
		assertNothingChanged();
	}

	@Test
	void putWhenTooLargeIsRefusedBeforeItIsRead() throws IOException {
		assertThat(raw("PUT " + this.image + "/artifact HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer publisher\r\n"
				+ "Content-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n"))
			.startsWith("HTTP/1.1 413");
		assertNothingChanged();
	}

	@Test
	void putWhenLengthIsMissingIsRefused() {
		Api.Answer answer = this.api.send("PUT", this.image + "/artifact",
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(CONTENT)));
		assertThat(answer.expect(411).problem()).isEqualTo("length-required");
		assertNothingChanged();
	}

	@Test
	void putWhenFileIsEmptyIsRefused() {
		assertThat(this.api.put(this.image + "/artifact", new byte[0]).expect(422).problem())
			.isEqualTo("artifact-empty");
	}

	@Test
	void putWhenBodyIsAFormIsRefused() {
		this.api.put(this.image + "/artifact", CONTENT, "Content-Type", "multipart/form-data; boundary=x").expect(415);
		assertNothingChanged();
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "a%2Fb", ".hidden", "a%20b", "" })
	void putWhenFileNameIsBadIsRefused(String file) {
		assertInvalidParameter("file", this.api.put(this.image + "/artifact?file=" + file, CONTENT));
	}

	@Test
	void putWhenChecksumIsNoneIsRefused() {
		assertInvalidParameter("x-expected-sha256",
				this.api.put(this.image + "/artifact", CONTENT, "x-expected-sha256", SHA256.substring(1)));
		assertNothingChanged();
	}

	@Test
	void putWhenImageIsActiveIsRefused() {
		JsonNode active = this.api.activeImage("active-" + this.name, CONTENT);
		String artifact = "/api/v1/images/" + active.path("id").asString() + "/artifact";
		assertThat(this.api.put(artifact, CONTENT).expect(409).problem()).isEqualTo("not-a-draft");
	}

	@Test
	void putWhenClientGoesAwayLeavesNothing() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write(head(12 * 1024 * 1024));
			out.write(new byte[9 * 1024 * 1024]);
			out.flush();
		}
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> uploads() == 0);
		assertNothingChanged();
	}

	@Test
	void putWhenAllPlacesAreTakenAsksToComeBack() throws IOException {
		try (Socket first = new Socket("127.0.0.1", this.port); Socket second = new Socket("127.0.0.1", this.port)) {
			for (Socket socket : List.of(first, second)) {
				socket.getOutputStream().write(head(100));
				socket.getOutputStream().flush();
			}
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> uploads() == 2);
			Api.Answer busy = this.api.put(this.image + "/artifact", CONTENT).expect(503);
			assertThat(busy.problem()).isEqualTo("uploads-busy");
			assertThat(busy.header("Retry-After")).isEqualTo("30");
		}
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> uploads() == 0);
		this.api.put(this.image + "/artifact", CONTENT).expect(200);
	}

	@Test
	void putWhenAnotherWasFasterIsAConflictAndItsObjectIsSwept() throws IOException {
		try (Socket slow = new Socket("127.0.0.1", this.port)) {
			slow.getOutputStream().write(head(2));
			slow.getOutputStream().write(1);
			slow.getOutputStream().flush();
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> running() == 1);
			String url = this.api.put(this.image + "/artifact", CONTENT)
				.expect(200)
				.json()
				.at("/artifact/url")
				.asString();
			slow.getOutputStream().write(2);
			slow.getOutputStream().flush();
			byte[] answer = slow.getInputStream().readNBytes(12);
			assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 409");
			Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> objects().size() == 1);
			assertThat(objects()).singleElement()
				.extracting((object) -> this.buckets.images() + "/" + object.key())
				.isEqualTo(url);
			assertThat(this.api.get(this.image).json().at("/artifact/url").asString()).isEqualTo(url);
		}
	}

	@Test
	void sweepWhenProcessDiedRemovesWhatItLeft() {
		String key = this.name + "/dead/" + this.name + ".tgz";
		String multipartId = this.parts.begin(key, "application/octet-stream");
		this.parts.part(key, multipartId, 1, CONTENT, CONTENT.length);
		// The process died before it could note the store's name of the upload.
		this.jdbc.sql("""
				insert into upload (id, image_id, object_key, state, actor, started_at, touched_at)
				values (gen_random_uuid(), gen_random_uuid(), ?, 'RUNNING', 'x', now(), now() - interval '1 hour')""")
			.param(key)
			.update();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> uploads() == 0);
		assertThat(this.parts.pending(key)).isEmpty();
	}

	@Test
	void sweepWhenPartsArriveAfterTheFirstTimeRemovesThem() {
		String key = this.name + "/late/" + this.name + ".tgz";
		this.jdbc.sql("""
				insert into upload (id, image_id, object_key, state, actor, started_at, touched_at)
				values (gen_random_uuid(), gen_random_uuid(), ?, 'SWEPT', 'x', now(), now())""").param(key).update();
		String multipartId = this.parts.begin(key, "application/octet-stream");
		String tag = this.parts.part(key, multipartId, 1, CONTENT, CONTENT.length);
		this.parts.complete(key, multipartId, List.of(tag));
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> uploads() == 0);
		assertThat(objects()).isEmpty();
	}

	@Test
	void putWhenStoreIsDownIsAProblemAndLeavesNothing() {
		Parts.store().stop();
		try {
			Api.Answer answer = this.api.put(this.image + "/artifact", CONTENT).expect(503);
			assertThat(answer.problem()).isEqualTo("store-unavailable");
			assertThat(answer.header("Retry-After")).isEqualTo("10");
			assertThat(answer.body()).doesNotContain("127.0.0.1", "test-access");
		}
		finally {
			Parts.store().start();
		}
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> uploads() == 0);
		assertNothingChanged();
	}

	private static void assertInvalidParameter(String parameter, Api.Answer answer) {
		assertThat(answer.expect(400).problem()).isEqualTo("invalid-parameter");
		assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo(parameter);
	}

	private void assertNothingChanged() {
		assertThat(this.api.get(this.image).json().path("artifact").isNull()).isTrue();
		assertThat(objects()).isEmpty();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> uploads() == 0);
	}

	private List<S3Object> objects() {
		return this.s3.listObjectsV2((list) -> list.bucket(this.buckets.images()).prefix(this.name + "/")).contents();
	}

	private long uploads() {
		return this.jdbc.sql("select count(*) from upload where state <> 'BOUND'").query(Long.class).single();
	}

	private long running() {
		return this.jdbc.sql("select count(*) from upload where state = 'RUNNING' and starts_with(object_key, ?)")
			.param(this.name + "/")
			.query(Long.class)
			.single();
	}

	private byte[] head(int length) {
		return ("PUT " + this.image + "/artifact HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer publisher\r\n"
				+ "Content-Length: " + length + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port); InputStream in = socket.getInputStream()) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
		}
	}

}
