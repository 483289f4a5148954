package cellar.catalog.resumption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import cellar.catalog.Api;
import cellar.catalog.Parts;
import cellar.catalog.tarball.TarballBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are looked into while they come piece by piece, and read back where they
 * went on after a break.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "cellar.catalog.artifact.inspect=true")
@ContextConfiguration(initializers = Parts.Initializer.class)
class InspectedUploadsIntegrationTests {

	private static final byte[] PAGE = "<!DOCTYPE html><html><body>404 Not Found</body></html>"
		.getBytes(StandardCharsets.UTF_8);

	@LocalServerPort
	private int port;

	private TusClient tus;

	private String image;

	@BeforeEach
	void createDraft() {
		Api api = new Api(this.port, "publisher");
		this.tus = new TusClient(this.port, api);
		this.image = api.draft();
	}

	@Test
	void appendWhenFileIsNoneInOnePieceIsRefusedForGood() {
		assertRefusedForGood(this.tus.begin(this.image, PAGE.length), 0, PAGE);
	}

	@Test
	void appendWhenFileIsNoneInPiecesIsRefusedForGood() {
		String upload = this.tus.begin(this.image, PAGE.length);
		this.tus.append(upload, 0, Arrays.copyOf(PAGE, 10)).expect(204);
		assertRefusedForGood(upload, 10, Arrays.copyOfRange(PAGE, 10, PAGE.length));
	}

	@Test
	void appendWhenTarballComesInPiecesIsKept() {
		byte[] file = TarballBuilder.image("a file system".repeat(1000).getBytes(StandardCharsets.UTF_8));
		String upload = this.tus.begin(this.image, file.length);
		this.tus.append(upload, 0, Arrays.copyOf(file, 50)).expect(204);
		this.tus.append(upload, 50, Arrays.copyOfRange(file, 50, file.length)).expect(204);
		assertThat(this.tus.status(upload).path("state").asString()).isEqualTo("KEPT");
	}

	private void assertRefusedForGood(String upload, long offset, byte[] rest) {
		assertThat(this.tus.append(upload, offset, rest).expect(422).problem()).isEqualTo("artifact-refused");
		assertThat(this.tus.head(upload).status()).isEqualTo(410);
		assertThat(this.tus.status(upload).path("failure").asString()).contains("HTML");
		this.tus.assertNothingIsThere(this.image);
	}

}
