package cellar.gateway.pass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.slice.FakeSource;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.slice.NotStoredException;
import cellar.gateway.slice.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WholePass}.
 */
class WholePassTests {

	private static final int SLICE = 64 * 1024;

	private static final FillLimits LIMITS = new FillLimits(2, 4, 2, 0.5);

	private final FakeSource source = FakeSource.of(3 * SLICE + 100);

	@TempDir
	private Path directory;

	private FileChannel channel;

	@BeforeEach
	void open() throws IOException {
		this.channel = FileChannel.open(this.directory.resolve("file"), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	@AfterEach
	void close() throws IOException {
		this.channel.close();
	}

	@Test
	void runWhenLengthIsUnknownKeepsAllSlicesWithTheirChecksums() throws IOException {
		WholePass pass = pass(-1, Long.MAX_VALUE);
		pass.join();
		SliceTable slices = pass.run(body());
		assertThat(slices).isNotNull();
		assertThat(slices.length()).isEqualTo(this.source.bytes().length);
		assertThat(slices.isComplete()).isTrue();
		assertThat(read(pass)).isEqualTo(this.source.bytes());
		assertThat(this.source.open()).isZero();
	}

	@Test
	void runWhenTheBodyIsShorterThanAnnouncedFailsItsReaders() throws IOException {
		WholePass pass = pass(this.source.bytes().length + 1L, Long.MAX_VALUE);
		pass.join();
		assertThat(pass.run(body())).isNull();
		assertThat(pass.next(this.source.bytes().length, Long.MAX_VALUE)).failsWithin(1, TimeUnit.SECONDS)
			.withThrowableThat()
			.havingCause()
			.isExactlyInstanceOf(IOException.class);
		assertThat(this.source.open()).isZero();
	}

	@Test
	void runWhenTheLastReaderLeavesEarlyGivesUp() throws IOException {
		WholePass pass = pass(this.source.bytes().length, Long.MAX_VALUE);
		Semaphore permits = this.source.trickle();
		pass.join();
		OriginBody body = body();
		CompletableFuture<Optional<SliceTable>> run = CompletableFuture
			.supplyAsync(() -> Optional.ofNullable(pass.run(body)), (task) -> Thread.ofVirtual().start(task));
		permits.release(10);
		assertThat(pass.next(0, 10)).succeedsWithin(10, TimeUnit.SECONDS);
		pass.leave();
		permits.release(1);
		assertThat(run).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(Optional.empty());
		assertThat(this.source.open()).isZero();
	}

	@Test
	void runForNobodyFinishesABodyOfOneSlice() throws IOException {
		FakeSource small = FakeSource.of(SLICE);
		WholePass pass = new WholePass(this.channel, SLICE, SLICE, LIMITS, (_) -> true);
		assertThat(pass.run(small.open(0, SLICE))).isNotNull();
	}

	@Test
	void runWhenTheDiskTakesNoMoreHandsTheRestToOneReader() throws IOException {
		WholePass pass = pass(-1, 2 * SLICE);
		pass.join();
		pass.join();
		assertThat(pass.run(body())).isNull();
		byte[] stored = read(pass, 2 * SLICE);
		assertThat(pass.next(stored.length, Long.MAX_VALUE)).failsWithin(1, TimeUnit.SECONDS)
			.withThrowableThat()
			.withCauseInstanceOf(NotStoredException.class);
		assertThat(pass.takeRest(stored.length - 1)).isNull();
		WholePass.Rest rest = pass.takeRest(stored.length);
		assertThat(rest).isNotNull();
		assertThat(pass.takeRest(stored.length)).isNull();
		assertThat(drain(rest.body()))
			.isEqualTo(Arrays.copyOfRange(this.source.bytes(), (int) rest.position(), this.source.bytes().length));
		assertThat(this.source.open()).isOne();
		rest.body().close();
		assertThat(this.source.open()).isZero();
	}

	@Test
	void leaveByTheLastReaderClosesARestThatNobodyTook() throws IOException {
		WholePass pass = pass(-1, 2 * SLICE);
		pass.join();
		pass.run(body());
		assertThat(this.source.open()).isOne();
		pass.leave();
		assertThat(this.source.open()).isZero();
	}

	@Test
	void runWhenTheDiskTakesNoMoreAndNobodyReadsKeepsNoRest() throws IOException {
		WholePass pass = pass(this.source.bytes().length, 0);
		pass.run(body());
		assertThat(this.source.open()).isZero();
	}

	@Test
	void runWhenTheFileCannotBeWrittenHandsOverEveryByte() throws IOException {
		WholePass pass = pass(-1, Long.MAX_VALUE);
		pass.join();
		this.channel.close();
		assertThat(pass.run(body())).isNull();
		WholePass.Rest rest = pass.takeRest(0);
		assertThat(rest).isNotNull();
		assertThat(drain(rest.body())).isEqualTo(this.source.bytes());
		rest.body().close();
	}

	private WholePass pass(long expected, long room) {
		return new WholePass(this.channel, expected, SLICE, LIMITS, (length) -> length <= room);
	}

	private OriginBody body() throws IOException {
		return this.source.open(0, this.source.bytes().length);
	}

	private static byte[] read(WholePass pass) throws IOException {
		return read(pass, Long.MAX_VALUE);
	}

	private static byte[] read(WholePass pass, long end) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (bytes.size() < end) {
			Span span = pass.next(bytes.size(), end).join().orElse(null);
			if (span == null) {
				break;
			}
			ByteBuffer buffer = ByteBuffer.allocate((int) span.length());
			while (buffer.hasRemaining()) {
				span.file().read(buffer, span.position() + buffer.position());
			}
			bytes.write(buffer.array());
		}
		return bytes.toByteArray();
	}

	private static byte[] drain(OriginBody body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[1000];
		for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
			bytes.write(buffer, 0, read);
		}
		return bytes.toByteArray();
	}

}
