package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RestartTests {

	private static final byte[] BYTES = Fixture.bytes(100_000);

	@TempDir
	private Path directory;

	private Fixture fixture;

	@BeforeEach
	void store() throws IOException {
		this.fixture = new Fixture(this.directory, 10_000_000, 0);
		this.fixture.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
	}

	@Test
	void getAfterRestartServesWhatWasStored() throws IOException {
		this.fixture.restart();
		assertThat(this.fixture.contents().figures().bytes()).isEqualTo(Entry.footprint(BYTES.length, 1));
		Reply.Found reply = this.fixture.found("a");
		assertThat(reply.status().header()).isEqualTo("Cellar; hit; ttl=60");
		assertThat(Fixture.read(reply.body())).isEqualTo(BYTES);
		assertThat(reply.representation().etag()).isEqualTo("\"1\"");
	}

	@Test
	void getAfterRestartWhenOneBitFlippedFetchesAnew() throws IOException {
		Path body = this.fixture.files(".body").getFirst();
		byte[] damaged = BYTES.clone();
		damaged[50_000] ^= 1;
		Files.write(body, damaged);
		this.fixture.restart();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	@Test
	void restartDropsTruncatedBodies() throws IOException {
		Files.write(this.fixture.files(".body").getFirst(), new byte[10]);
		this.fixture.restart();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		assertThat(this.fixture.files(".body")).isEmpty();
		assertThat(this.fixture.files(".record")).isEmpty();
	}

	@Test
	void restartDropsDamagedRecords() throws IOException {
		Path record = this.fixture.files(".record").getFirst();
		byte[] bytes = Files.readAllBytes(record);
		bytes[20] ^= 1;
		Files.write(record, bytes);
		this.fixture.restart();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		assertThat(this.fixture.files(".body")).isEmpty();
	}

	@Test
	void restartDropsUnfinishedFilesAndLeavesForeignOnes() throws IOException {
		Path stored = this.fixture.files(".body").getFirst();
		Path part = Files.write(stored.resolveSibling("0123456789abcdef0123456789abcdef.body.part"), BYTES);
		Path orphan = Files.write(stored.resolveSibling("0123456789abcdef0123456789abcdef.body"), BYTES);
		Path foreign = Files.write(stored.resolveSibling("notes.txt"), BYTES);
		this.fixture.restart();
		assertThat(part).doesNotExist();
		assertThat(orphan).doesNotExist();
		assertThat(foreign).exists();
		assertThat(this.fixture.contents().figures().objects()).isOne();
	}

	@Test
	void restartWhenTwoCopiesAreLeftKeepsTheNewer() throws IOException {
		Path body = this.fixture.files(".body").getFirst();
		StoredObject older = RecordCodec.decode(Files.readAllBytes(this.fixture.files(".record").getFirst()));
		String generation = older.generation().substring(0, 2) + "0".repeat(30);
		StoredObject newer = new StoredObject(older.key(), generation, older.headers().with("X-Note", "newer"),
				older.length(), older.checksum(), older.receivedAt().plusSeconds(1), older.initialAge());
		Files.copy(body, body.resolveSibling(generation + ".body"));
		Files.write(body.resolveSibling(generation + ".record"), RecordCodec.encode(newer));
		this.fixture.restart();
		assertThat(this.fixture.found("a").representation().headers().first("X-Note")).isEqualTo("newer");
		assertThat(this.fixture.files(".record")).hasSize(1);
	}

	@Test
	void restartWhenDiskIsTooFullKeepsWhatIsThere() {
		Fixture full = new Fixture(this.directory, 10_000_000, Long.MAX_VALUE / 2);
		assertThat(full.contents().figures().objects()).isOne();
	}

	@Test
	void restartWhenBoundIsSmallerKeepsWithin() throws IOException {
		new Fixture(this.directory, 50_000, 0);
		assertThat(this.fixture.files(".body")).isEmpty();
	}

}
