package cellar.catalog.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which uploads are accepted, and what others are told.
 */
@UploadServer
class UploadIntegrationTests {

	@Autowired
	private Drafts drafts;

	private Draft draft;

	@BeforeEach
	void createDraft() {
		this.draft = this.drafts.create();
	}

	@Test
	void putWhenFileHasSeveralPartsIsWholeInTheStore() {
		byte[] content = new byte[17 * 1024 * 1024 + 3];
		JsonNode artifact = this.draft.put(content).expect(200).json().path("artifact");
		assertThat(artifact.path("size").asLong()).isEqualTo(content.length);
		assertThat(artifact.path("url").asString()).endsWith("/" + this.draft.name() + ".tgz");
		assertThat(this.draft.objects()).singleElement().extracting(S3Object::size).isEqualTo((long) content.length);
	}

	@Test
	void putWhenTypeIsAFormOfCurlKeepsTheRawBody() {
		JsonNode artifact = this.draft
			.put(Drafts.CONTENT, "Content-Type", "application/x-www-form-urlencoded", "x-expected-sha256",
					Drafts.SHA256)
			.expect(200)
			.json()
			.path("artifact");
		assertThat(artifact.path("sha256").asString()).isEqualTo(Drafts.SHA256);
		assertThat(artifact.path("md5").asString()).isEqualTo("5eb63bbbe01eeed093cb22bb8f5acdc3");
		assertThat(artifact.path("eustoreName").asString()).isEqualTo("0481432305");
	}

	@Test
	void putWhenChecksumIsWrongLeavesNothing() {
		String wrong = Drafts.SHA256.replace('9', '0');
		Api.Answer answer = this.draft.put(Drafts.CONTENT, "x-expected-sha256", wrong).expect(422);
		assertThat(answer.problem()).isEqualTo("checksum-mismatch");
		this.draft.assertUnchanged();
	}

	@Test
	void putWhenTooLargeIsRefusedBeforeItIsRead() throws IOException {
		assertThat(
				raw("PUT " + this.draft.path() + "/artifact HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer publisher\r\n"
						+ "Content-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n"))
			.startsWith("HTTP/1.1 413");
		this.draft.assertUnchanged();
	}

	@Test
	void putWhenLengthIsMissingIsRefused() {
		Api.Answer answer = this.draft.api()
			.send("PUT", this.draft.path() + "/artifact",
					BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Drafts.CONTENT)));
		assertThat(answer.expect(411).problem()).isEqualTo("length-required");
		this.draft.assertUnchanged();
	}

	@Test
	void putWhenFileIsEmptyIsRefused() {
		assertThat(this.draft.put(new byte[0]).expect(422).problem()).isEqualTo("artifact-empty");
	}

	@Test
	void putWhenBodyIsAFormIsRefused() {
		this.draft.put(Drafts.CONTENT, "Content-Type", "multipart/form-data; boundary=x").expect(415);
		this.draft.assertUnchanged();
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "a%2Fb", ".hidden", "a%20b", "" })
	void putWhenFileNameIsBadIsRefused(String file) {
		assertInvalidParameter("file",
				this.draft.api().put(this.draft.path() + "/artifact?file=" + file, Drafts.CONTENT));
	}

	@Test
	void putWhenChecksumIsNoneIsRefused() {
		assertInvalidParameter("x-expected-sha256",
				this.draft.put(Drafts.CONTENT, "x-expected-sha256", Drafts.SHA256.substring(1)));
		this.draft.assertUnchanged();
	}

	@Test
	void putWhenImageIsActiveIsRefused() {
		JsonNode active = this.draft.api().activeImage("active-" + this.draft.name(), Drafts.CONTENT);
		String artifact = "/api/v1/images/" + active.path("id").asString() + "/artifact";
		assertThat(this.draft.api().put(artifact, Drafts.CONTENT).expect(409).problem()).isEqualTo("not-a-draft");
	}

	@Test
	void putWhenAllPlacesAreTakenAsksToComeBack() throws IOException {
		try (Socket first = this.draft.connect(); Socket second = this.draft.connect()) {
			for (Socket socket : List.of(first, second)) {
				socket.getOutputStream().write(this.draft.head(100));
				socket.getOutputStream().flush();
			}
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.drafts.unboundUploads() == 2);
			Api.Answer busy = this.draft.put(Drafts.CONTENT).expect(503);
			assertThat(busy.problem()).isEqualTo("uploads-busy");
			assertThat(busy.header("Retry-After")).isEqualTo("30");
		}
		this.drafts.awaitSweep();
		this.draft.put(Drafts.CONTENT).expect(200);
	}

	private static void assertInvalidParameter(String parameter, Api.Answer answer) {
		assertThat(answer.expect(400).problem()).isEqualTo("invalid-parameter");
		assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo(parameter);
	}

	private String raw(String request) throws IOException {
		try (Socket socket = this.draft.connect(); InputStream in = socket.getInputStream()) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
		}
	}

}
