package cellar.catalog.resumption;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;
import cellar.catalog.Parts;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.upload.UploadProgress;
import cellar.common.hash.HashFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Uploads that break off wherever they can, and go on.
 */
@CatalogServer
class ResumableUploadsIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int PART = 8 * 1024 * 1024;

	@LocalServerPort
	private int port;

	@Autowired
	private ResumableUploads uploads;

	@Autowired
	private Sessions sessions;

	@Autowired
	private UploadProgress progress;

	@Autowired
	private MultipartStore parts;

	@Autowired
	private S3Client s3;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	private TusClient tus;

	private String image;

	private final byte[] content = new byte[2 * PART + 5];

	@BeforeEach
	void createDraft() {
		Api api = new Api(this.port, "publisher");
		this.tus = new TusClient(this.port, api);
		this.image = api.draft();
		new Random().nextBytes(this.content);
	}

	@Test
	void appendWhenPiecesAreNoPartsKeepsTheFileWhole() {
		String upload = this.tus.begin(this.image, this.content.length, "filename", "a.tgz");
		append(upload, 0, 3).expect(204);
		append(upload, 3, PART + 1).expect(204);
		append(upload, PART + 1, PART + 2).expect(204);
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("RECEIVING");
		append(upload, PART + 2, this.content.length).expect(204);
		assertKept(upload);
	}

	@Test
	void appendWhenConnectionBrokeGoesOnBehindWhatCame() throws IOException {
		String upload = this.tus.begin(this.image, this.content.length, "sha256",
				HashFunction.SHA_256.hexOf(this.content));
		try (Socket socket = this.tus.sendPartOf(upload, 0, this.content.length,
				Arrays.copyOf(this.content, PART + 1000))) {
			Awaitility.await().atMost(PATIENCE).until(() -> this.tus.offset(upload) >= PART);
			socket.setSoLinger(true, 0);
		}
		Awaitility.await().atMost(PATIENCE).until(() -> writers(upload) == 0);
		int offset = (int) this.tus.offset(upload);
		assertThat(offset).isBetween(PART, PART + 1000);
		append(upload, offset, this.content.length).expect(204);
		assertKept(upload);
	}

	@Test
	void appendWhileSomebodyElseSendsIsLocked() throws IOException {
		String upload = this.tus.begin(this.image, 10);
		try (Socket socket = this.tus.sendPartOf(upload, 0, 10, new byte[] { 1 })) {
			Awaitility.await().atMost(PATIENCE).until(() -> writers(upload) == 1);
			assertThat(this.tus.append(upload, 0, new byte[10]).expect(423).problem()).isEqualTo("upload-locked");
			assertThat(socket.isConnected()).isTrue();
		}
	}

	@Test
	void appendWhenChecksumIsWrongTellsTheLastPieceAndWhoeverAsks() {
		String upload = this.tus.begin(this.image, 3, "sha256", "0".repeat(64));
		append(upload, 0, 1).expect(204);
		assertThat(append(upload, 1, 3).expect(422).problem()).isEqualTo("checksum-mismatch");
		JsonNode status = this.tus.status(upload);
		assertThat(status.path("state").asString()).isEqualTo("GONE");
		assertThat(status.path("failure").asString()).contains("expected was 000");
		this.tus.assertNothingIsThere(this.image);
		assertThat(
				this.s3.listObjectsV2((list) -> list.bucket(this.buckets.images()).prefix(prefix(upload))).contents())
			.isEmpty();
	}

	@Test
	void appendWhenImageGotAnotherFileMeanwhileIsAConflict() {
		String upload = this.tus.begin(this.image, 3);
		this.tus.api().put(this.image + "/artifact", new byte[] { 7 }).expect(200);
		assertThat(append(upload, 0, 3).expect(409).problem()).isEqualTo("artifact-changed");
		assertThat(this.tus.head(upload).status()).isEqualTo(410);
	}

	@Test
	void appendWhenStoreWasDownGoesOnWhereItWas() {
		String upload = this.tus.begin(this.image, 3);
		append(upload, 0, 1).expect(204);
		Parts.store().stop();
		try {
			append(upload, 1, 3).expect(503);
		}
		finally {
			Parts.store().start();
		}
		assertThat(this.tus.offset(upload)).isEqualTo(1);
		append(upload, 1, 3).expect(204);
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("KEPT");
	}

	@Test
	void finishWhenPartOfDeadWriterArrivesLateJoinsOnlyThoseOfTheLiving() {
		String upload = this.tus.begin(this.image, this.content.length);
		append(upload, 0, PART).expect(204);
		UUID id = id(upload);
		UUID dead = UUID.randomUUID();
		Session session = this.sessions.claim(id, PART, dead);
		silence(id);
		UUID living = UUID.randomUUID();
		Session next = this.sessions.claim(id, PART, living);
		assertThat(next.nextPart()).isGreaterThan(session.nextPart());
		this.sessions.release(id, living, next.nextPart());
		append(upload, PART, this.content.length - 1).expect(204);
		String tag = this.parts.part(key(upload), multipartId(id), session.nextPart(), new byte[PART], PART);
		assertThatExceptionOfType(UploadUnavailableException.class)
			.isThrownBy(() -> this.sessions.notePart(id, dead, new MultipartStore.Part(session.nextPart(), tag), PART));
		append(upload, this.content.length - 1, this.content.length).expect(204);
		assertKept(upload);
	}

	@Test
	void finishWholeWhenProcessDiedBeforeTheEndReadsBackAndKeeps() {
		String upload = this.tus.begin(this.image, 3);
		UUID id = id(upload);
		UUID dead = UUID.randomUUID();
		this.sessions.claim(id, 0, dead);
		String multipartId = this.parts.begin(key(upload), "application/octet-stream");
		this.progress.noteMultipartId(id, multipartId);
		String tag = this.parts.part(key(upload), multipartId, 1, new byte[] { 1, 2, 3 }, 3);
		this.sessions.notePart(id, dead, new MultipartStore.Part(1, tag), 3);
		this.uploads.finishWhole();
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("FINISHING");
		silence(id);
		this.uploads.finishWhole();
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("KEPT");
		assertThat(artifact().path("sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(new byte[] { 1, 2, 3 }));
	}

	@Test
	void appendOfContentThatIsHereKeepsTheObjectThatIsThere() {
		JsonNode there = this.tus.api().put(this.tus.api().draft() + "/artifact", this.content).expect(200).json();
		String upload = this.tus.begin(this.image, this.content.length);
		append(upload, 0, 3).expect(204);
		append(upload, 3, this.content.length).expect(204);
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("KEPT");
		assertThat(artifact()).isEqualTo(there.path("artifact"));
		assertThat(this.tus.offset(upload)).isEqualTo(this.content.length);
		assertThat(append(upload, this.content.length, this.content.length).status()).isEqualTo(204);
		assertThat(this.tus.cancel(upload).expect(409).problem()).isEqualTo("upload-finished");
		assertThat(
				this.s3.listObjectsV2((list) -> list.bucket(this.buckets.images()).prefix(prefix(upload))).contents())
			.isEmpty();
	}

	@Test
	void failWhenImageHasTheFileAlreadyChangesNothing() {
		byte[] file = Arrays.copyOf(this.content, 3);
		String upload = this.tus.begin(this.image, 3);
		UUID id = UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
		this.uploads.append(id, 0, new ByteArrayInputStream(file));
		assertThat(this.sessions.fail(id, "It was cancelled")).isFalse();
		assertThat(this.uploads.status(id).state()).isEqualTo(UploadStatus.State.KEPT);
		assertThat(this.uploads.status(id).failure()).isNull();
		assertThatExceptionOfType(UploadUnavailableException.class).isThrownBy(() -> this.uploads.cancel(id))
			.withMessageContaining("has the file already");
	}

	@Test
	void claimWhenFileIsWholeIsNoSignOfLife() {
		String upload = this.tus.begin(this.image, 3);
		UUID id = UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
		UUID writer = UUID.randomUUID();
		this.sessions.claim(id, 0, writer);
		this.sessions.noteTail(id, writer, Arrays.copyOf(this.content, 3), 3);
		Instant before = this.uploads.status(id).expiresAt();
		this.sessions.beat(id, writer);
		this.sessions.release(id, writer, 1);
		this.sessions.claim(id, 3, UUID.randomUUID());
		assertThat(this.uploads.status(id).expiresAt()).isEqualTo(before);
		this.sessions.fail(id, "enough");
	}

	private Api.Answer append(String upload, int from, int to) {
		return this.tus.append(upload, from, Arrays.copyOfRange(this.content, from, to));
	}

	private void assertKept(String upload) {
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("KEPT");
		assertThat(artifact().path("sha256").asString()).isEqualTo(HashFunction.SHA_256.hexOf(this.content));
		assertThat(this.s3.getObjectAsBytes((get) -> get.bucket(this.buckets.images()).key(key(upload))).asByteArray())
			.isEqualTo(this.content);
	}

	private JsonNode artifact() {
		return this.tus.api().get(this.image).expect(200).json().path("artifact");
	}

	private void silence(UUID id) {
		this.jdbc.sql("update resumable_upload set writer_seen = now() - interval '1 minute' where upload_id = ?")
			.param(id)
			.update();
	}

	private long writers(String upload) {
		return this.jdbc.sql("select count(writer) from resumable_upload where upload_id = ?")
			.param(id(upload))
			.query(Long.class)
			.single();
	}

	private String key(String upload) {
		return this.progress.find(id(upload)).orElseThrow().key();
	}

	private String prefix(String upload) {
		return this.tus.api().get(this.image).json().path("name").asString() + "/" + id(upload);
	}

	private String multipartId(UUID id) {
		String known = this.progress.find(id).orElseThrow().multipartId();
		assertThat(known).isNotNull();
		return String.valueOf(known);
	}

	private static UUID id(String upload) {
		return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
	}

}
