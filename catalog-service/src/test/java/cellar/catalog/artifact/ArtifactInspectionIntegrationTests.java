package cellar.catalog.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import cellar.catalog.Api;
import cellar.catalog.Parts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are looked into on their way, as they are unless somebody says otherwise.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cellar.catalog.artifact.inspect=true", "cellar.catalog.artifact.sweep-every=1s" })
@ContextConfiguration(initializers = Parts.Initializer.class)
@Import(Drafts.class)
class ArtifactInspectionIntegrationTests {

	@Autowired
	private Drafts drafts;

	private Draft draft;

	@BeforeEach
	void createDraft() {
		this.draft = this.drafts.create();
	}

	@Test
	void putWhenFileIsTheErrorPageOfAServerIsRefused() {
		assertRefused("<!DOCTYPE html><html><body>404 Not Found</body></html>".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void putWhenArchiveIsCutOffIsRefused() throws IOException {
		byte[] whole = gzip(disk());
		assertRefused(Arrays.copyOf(whole, whole.length - 100));
	}

	@Test
	void putWhenFileIsADiskIsKept() throws IOException {
		this.draft.put(disk()).expect(200);
		this.draft.put(gzip(disk())).expect(200);
	}

	private void assertRefused(byte[] content) {
		Api.Answer answer = this.draft.put(content).expect(422);
		assertThat(answer.problem()).isEqualTo("artifact-refused");
		assertThat(answer.json().path("detail").asString()).isNotEmpty();
		this.draft.assertUnchanged();
	}

	// One file system of ext4, no partitions.
	private static byte[] disk() {
		byte[] disk = new byte[100 << 10];
		new Random(1).nextBytes(disk);
		disk[0x438] = 0x53;
		disk[0x439] = (byte) 0xef;
		return disk;
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(file)) {
			out.write(content);
		}
		return file.toByteArray();
	}

}
