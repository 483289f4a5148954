package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;

import static org.assertj.core.api.Assertions.assertThat;

class ScrubbingTests extends CacheTestBase {

	private static final byte[] BYTES = Fixture.bytes(150_000);

	@BeforeEach
	void store() throws IOException {
		this.fixture.origin.put("a", BYTES, "\"1\"");
		this.fixture.store("a");
	}

	@Test
	void scrubWhenAllIsWellChangesNothing() throws IOException {
		this.fixture.scrub();
		this.fixture.restart();
		this.fixture.scrub();
		assertThat(this.fixture.contents().figures().badSlices()).isZero();
		assertThat(this.fixture.contents().figures().scrubbedBytes()).isEqualTo(BYTES.length);
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.fixture.origin.requests()).hasSize(1);
	}

	@Test
	void scrubWhenACopyInUseIsBadDropsTheSlice() throws IOException {
		flip(file(), 70_000);
		try (Body body = this.fixture.found("a").body()) {
			this.fixture.scrub();
			assertThat(this.fixture.contents().figures().badSlices()).isOne();
			assertThat(Fixture.read(body)).isEqualTo(BYTES);
		}
		assertThat(this.fixture.origin.ranges()).containsExactly(null, "bytes=65536-131071");
		this.fixture.settle();
		this.fixture.restart();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
		assertThat(this.fixture.origin.requests()).hasSize(2);
	}

	@Test
	void scrubWhenAFileInUseWasCutShortDropsWhatIsGone() throws IOException {
		try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
			channel.truncate(100_000);
		}
		this.fixture.scrub();
		assertThat(this.fixture.contents().figures().badSlices()).isEqualTo(2);
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
	}

	@Test
	void scrubWhenACopyAtRestIsBadDropsIt() throws IOException {
		this.fixture.restart();
		flip(file(), 149_999);
		this.fixture.scrub();
		assertThat(this.fixture.contents().figures().badSlices()).isOne();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		assertThat(this.fixture.copies()).isEmpty();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
	}

	@Test
	void scrubWhenAFileAtRestIsGoneOrForeignDropsIt() throws IOException {
		this.fixture.restart();
		Files.write(file(), new byte[200_000]);
		this.fixture.scrub();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		this.fixture.store("a");
		this.fixture.restart();
		Files.delete(file());
		this.fixture.scrub();
		assertThat(this.fixture.contents().figures().objects()).isZero();
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
	}

	@Test
	void scrubWhenACopyWasTakenOutMeanwhileBlamesNoDisk() {
		this.fixture.restart();
		this.fixture.scrub((_) -> this.fixture.contents().purge(new Selection(null, null)) >= 0);
		assertThat(this.fixture.contents().figures().badSlices()).isZero();
	}

	@Test
	void scrubLetsGoOfACopyThatWasTakenOut() {
		this.fixture.restart();
		AtomicInteger steps = new AtomicInteger();
		this.fixture.scrub((_) -> {
			if (steps.incrementAndGet() == 2) {
				this.fixture.contents().purge(new Selection(null, null));
			}
			return true;
		});
		assertThat(steps).as("the file, its first slice and no more").hasValue(2);
		assertThat(this.fixture.contents().figures().badSlices()).isZero();
	}

	@Test
	void roundsGoOnUntilClosed() throws IOException {
		Scrubbing scrubbing = this.fixture.scrubbing(1L << 40, Duration.ofMillis(1));
		Thread thread = Thread.ofVirtual().start(scrubbing);
		Awaitility.await().until(() -> this.fixture.contents().figures().scrubbedBytes() > 3 * BYTES.length);
		scrubbing.close();
		Awaitility.await().until(() -> !thread.isAlive());
		assertThat(this.fixture.fetch("a")).isEqualTo(BYTES);
	}

	@Test
	void closeEndsARoundThatWaits() {
		Scrubbing scrubbing = this.fixture.scrubbing(1, Duration.ofDays(1));
		Thread thread = Thread.ofVirtual().start(scrubbing);
		Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		scrubbing.close();
		Awaitility.await().until(() -> !thread.isAlive());
	}

	private Path file() throws IOException {
		return this.fixture.copies().getFirst();
	}

	private static void flip(Path file, long position) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			ByteBuffer one = ByteBuffer.allocate(1);
			channel.read(one, position);
			channel.write(ByteBuffer.wrap(new byte[] { (byte) (one.get(0) ^ 1) }), position);
		}
	}

}
