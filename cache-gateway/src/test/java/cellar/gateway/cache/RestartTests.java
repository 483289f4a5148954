package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;

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

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void getAfterRestartServesWhatWasStored() throws IOException {
		long bytes = this.fixture.contents().figures().bytes();
		this.fixture.restart();
		assertThat(this.fixture.contents().figures().bytes()).isEqualTo(bytes);
		Reply.Found reply = this.fixture.found("a");
		assertThat(reply.status().header()).isEqualTo("Cellar; hit; ttl=60");
		assertThat(Fixture.read(reply.body())).isEqualTo(BYTES);
		assertThat(reply.representation().etag()).isEqualTo("\"1\"");
		assertThat(this.fixture.origin.requests()).hasSize(1);
	}

	@Test
	void getAfterRestartGoesOnWherePartsAreMissing() throws IOException {
		this.fixture.origin.put("b", BYTES, "\"1\"");
		try (Body body = Fixture.found(this.fixture.get("b", new Portion(0, 1))).body()) {
			assertThat(Fixture.read(body, 0, 1)).hasSize(1);
		}
		this.fixture.settle();
		this.fixture.restart();
		assertThat(this.fixture.fetch("b")).isEqualTo(BYTES);
		assertThat(this.fixture.origin.ranges()).containsExactly(null, "bytes=0-65535", "bytes=65536-99999");
	}

	@Test
	void getAfterRestartWhenOneBitFlippedFetchesThatSliceAnew() throws IOException {
		Path file = this.fixture.copies().getFirst();
		flip(file, 80_000);
		this.fixture.restart();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.fixture.origin.ranges()).containsExactly(null, "bytes=65536-99999");
	}

	@Test
	void getAfterRestartWhenTruncatedFetchesAnew() throws IOException {
		Files.write(this.fixture.copies().getFirst(), new byte[10]);
		this.fixture.restart();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		assertThat(this.fixture.copies()).isEmpty();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
	}

	@Test
	void restartWhenOneDescriptionIsDamagedUsesTheOther() throws IOException {
		this.fixture.clock.advance(Duration.ofMinutes(2));
		this.fixture.fetch("a");
		this.fixture.restart();
		flip(this.fixture.copies().getFirst(), BYTES.length + 200);
		this.fixture.restart();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.fixture.contents().figures().objects()).isOne();
	}

	@Test
	void restartDropsFilesThatAreNotWhatTheirNameSays() throws IOException {
		Path file = this.fixture.copies().getFirst();
		String name = file.getFileName().toString();
		Files.move(file, file.resolveSibling(name.replaceFirst("\\.[0-9a-f]{16}\\.", ".0123456789abcdef.")));
		this.fixture.restart();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		assertThat(this.fixture.copies()).isEmpty();
	}

	@Test
	void restartDropsUnfinishedFilesAndLeavesForeignOnes() throws IOException {
		Path stored = this.fixture.copies().getFirst();
		String hash = stored.getFileName().toString().substring(0, 32);
		Path part = Files.write(stored.resolveSibling(hash + ".0123456789abcdef.part"), BYTES);
		Path foreign = Files.write(stored.resolveSibling("notes.txt"), BYTES);
		this.fixture.restart();
		assertThat(part).doesNotExist();
		assertThat(foreign).exists();
		assertThat(this.fixture.contents().figures().objects()).isOne();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void restartWhenTwoCopiesAreLeftKeepsTheNewer(boolean newer, @TempDir Path elsewhere) throws IOException {
		Fixture other = new Fixture(elsewhere, 10_000_000, 0);
		other.clock.advance(newer ? Duration.ofSeconds(1) : Duration.ofSeconds(-1));
		other.origin.put("a", BYTES, "\"2\"");
		other.store("a");
		Path copy = other.copies().getFirst();
		Files.copy(copy, this.fixture.copies().getFirst().resolveSibling(copy.getFileName()));
		this.fixture.restart();
		assertThat(this.fixture.found("a").representation().etag()).isEqualTo(newer ? "\"2\"" : "\"1\"");
		assertThat(this.fixture.copies()).hasSize(1);
	}

	@Test
	void restartWhenDiskIsTooFullLosesNothingThatWouldNotHelp() {
		Fixture full = new Fixture(this.directory, 10_000_000, Long.MAX_VALUE / 2);
		assertThat(full.contents().figures().objects()).isOne();
	}

	@Test
	void restartWhenBoundIsSmallerKeepsWithin() {
		Fixture smaller = new Fixture(this.directory, 50_000, 0);
		Awaitility.await().untilAsserted(() -> assertThat(smaller.copies()).isEmpty());
		assertThat(smaller.contents().figures().bytes()).isZero();
	}

	private static void flip(Path file, long position) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			ByteBuffer one = ByteBuffer.allocate(1);
			channel.read(one, position);
			one.put(0, (byte) (one.get(0) ^ 1));
			channel.write(one.flip(), position);
		}
	}

}
