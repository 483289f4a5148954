package cellar.catalog.resumption;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tus 1.0.0 demands of every server, and what those are told who do not keep to it.
 */
@CatalogServer
class TusProtocolIntegrationTests {

	private static final byte[] BYTES = { 1, 2, 3 };

	@LocalServerPort
	private int port;

	private TusClient tus;

	private Api api;

	private String image;

	@BeforeEach
	void createDraft() {
		this.api = new Api(this.port, "publisher");
		this.tus = new TusClient(this.port, this.api);
		this.image = this.api.draft();
	}

	@Test
	void optionsTellsWhatIsSpoken() {
		Api.Answer answer = this.api.send("OPTIONS", "/api/v1/uploads", BodyPublishers.noBody()).expect(204);
		assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
		assertThat(answer.header("Tus-Extension")).isEqualTo("creation,termination,expiration");
		assertThat(answer.header("Tus-Max-Size")).isEqualTo("107374182400");
	}

	@Test
	void createTellsWhereToSendAndUntilWhen() {
		Api.Answer answer = this.tus.create(this.image, 3).expect(201);
		assertThat(answer.header("Location")).startsWith("/api/v1/uploads/");
		assertThat(answer.header("Upload-Expires")).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
		assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
	}

	@ParameterizedTest
	@CsvSource({ "POST,/api/v1/uploads", "HEAD,UPLOAD", "PATCH,UPLOAD", "DELETE,UPLOAD" })
	void requestWhenVersionIsMissingIsRefused(String method, String path) {
		String upload = this.tus.begin(this.image, 3);
		Api.Answer answer = this.api.send(method, path.replace("UPLOAD", upload), BodyPublishers.ofByteArray(BYTES),
				"Upload-Length", "3", "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
		assertThat(answer.status()).isEqualTo(412);
		assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
		assertThat(this.tus.offset(upload)).isZero();
	}

	@Test
	void createWhenImageIsNoDraftIsRefused() {
		String active = "/api/v1/images/"
				+ this.api.activeImage("tus-" + UUID.randomUUID(), BYTES).path("id").asString();
		assertThat(this.tus.create(active, 3).expect(409).problem()).isEqualTo("not-a-draft");
		assertThat(this.tus.create("/" + UUID.randomUUID(), 3).expect(404).problem()).isEqualTo("image-not-found");
	}

	@ParameterizedTest
	@CsvSource({ "0,,,422", "-5,,,400", "999999999999,,,413", "3,filename,a.withdrawn,400", "3,filename,../x,400",
			"3,sha256,zz,400" })
	void createWhenFileIsImpossibleIsRefused(long length, String key, String value, int status) {
		String[] metadata = (key != null) ? new String[] { key, value } : new String[0];
		this.tus.create(this.image, length, metadata).expect(status);
	}

	@ParameterizedTest
	@CsvSource({ "image", "image ***", "image eA==" })
	void createWhenMetadataIsWrongIsRefused(String metadata) {
		Api.Answer answer = this.api.send("POST", "/api/v1/uploads", BodyPublishers.noBody(), "Tus-Resumable", "1.0.0",
				"Upload-Length", "3", "Upload-Metadata", metadata);
		assertThat(answer.expect(400).problem()).isEqualTo("invalid-parameter");
	}

	@Test
	void requestWhenItIsRefusedStillTellsTheVersion() {
		Api.Answer answer = this.api.as(null).send("POST", "/api/v1/uploads", BodyPublishers.noBody()).expect(401);
		assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
		answer = this.api.send("PUT", "/api/v1/uploads", BodyPublishers.noBody()).expect(405);
		assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
	}

	@Test
	void requestWhenMethodIsOverriddenIsTakenForThat() {
		String upload = this.tus.begin(this.image, 3);
		this.api
			.send("POST", upload, BodyPublishers.ofByteArray(BYTES), "X-HTTP-Method-Override", "PATCH", "Tus-Resumable",
					"1.0.0", "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream")
			.expect(204);
		this.api.as("reader")
			.send("POST", upload, BodyPublishers.noBody(), "X-HTTP-Method-Override", "DELETE", "Tus-Resumable", "1.0.0")
			.expect(403);
	}

	@Test
	void appendWhenOffsetIsBeyondTheEndIsAConflict() {
		String upload = this.tus.begin(this.image, 3);
		Api.Answer answer = this.api.send("PATCH", upload, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0",
				"Upload-Offset", "99", "Content-Type", "application/offset+octet-stream");
		assertThat(answer.status()).isEqualTo(409);
	}

	@Test
	void headTellsOffsetAndMetadataAndIsNotStored() {
		Api.Answer answer = this.tus.head(this.tus.begin(this.image, 3, "filename", "a.tgz")).expect(200);
		assertThat(answer.header("Upload-Offset")).isEqualTo("0");
		assertThat(answer.header("Upload-Length")).isEqualTo("3");
		assertThat(answer.header("Upload-Metadata")).endsWith(",filename YS50Z3o=");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(this.tus.head("/api/v1/uploads/" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void appendWhenOffsetIsWrongChangesNothing() {
		String upload = this.tus.begin(this.image, 3);
		assertThat(this.tus.append(upload, 1, new byte[] { 2 }).expect(409).problem()).isEqualTo("wrong-offset");
		assertThat(this.tus.offset(upload)).isZero();
	}

	@Test
	void appendWhenTypeIsWrongOrBodyIsTooLongIsRefused() {
		String upload = this.tus.begin(this.image, 3);
		this.api
			.send("PATCH", upload, BodyPublishers.ofByteArray(BYTES), "Tus-Resumable", "1.0.0", "Upload-Offset", "0",
					"Content-Type", "application/octet-stream")
			.expect(415);
		assertThat(this.tus.append(upload, 0, new byte[4]).expect(413).problem()).isEqualTo("artifact-too-large");
		assertThat(this.tus.offset(upload)).isZero();
	}

	@Test
	void cancelEndsTheUpload() {
		String upload = this.tus.begin(this.image, 3);
		this.tus.append(upload, 0, new byte[] { 1 }).expect(204);
		this.tus.cancel(upload).expect(204);
		assertThat(this.tus.head(upload).status()).isEqualTo(410);
		assertThat(this.tus.append(upload, 1, new byte[] { 2 }).expect(410).problem()).isEqualTo("upload-gone");
		this.tus.cancel(upload).expect(410);
		this.tus.assertNothingIsThere(this.image);
	}

	@Test
	void cancelWhenImageHasTheFileIsRefused() {
		String upload = this.tus.begin(this.image, 3);
		this.tus.append(upload, 0, BYTES).expect(204);
		assertThat(this.tus.cancel(upload).expect(409).problem()).isEqualTo("upload-finished");
		assertThat(this.tus.append(upload, 3, new byte[0]).expect(204).header("Upload-Offset")).isEqualTo("3");
	}

}
