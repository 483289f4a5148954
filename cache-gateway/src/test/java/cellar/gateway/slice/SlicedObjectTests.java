package cellar.gateway.slice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.FileName;
import cellar.gateway.disk.KeyHash;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.disk.Storage;
import cellar.gateway.version.VersionGoneException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SlicedObject}.
 */
@Timeout(30)
class SlicedObjectTests {

	private static final int SLICE = 8192;

	private static final byte[] CONTENT = { 1, 2, 3 };

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final FakeStore store = new FakeStore();

	@TempDir
	private Path temporary;

	private CacheDirectory directory;

	@BeforeEach
	void open() throws IOException {
		this.directory = CacheDirectory.open(Storage.LOCAL, this.temporary);
	}

	@AfterEach
	void stop() {
		// Not closed: some tests leave fetches that wait for ever.
		this.executor.shutdownNow();
	}

	@Test
	void readWhenNothingIsThereGivesTheBodyAndAsksOncePerByte() throws Exception {
		FakeSource source = FakeSource.of(10 * SLICE + 17);
		assertThat(read(object(source, 2, 3, 4), 0, 10 * SLICE + 17)).isEqualTo(source.bytes());
		assertThat(source.given()).isEqualTo(10 * SLICE + 17);
	}

	@Test
	void readWhenAllIsThereAsksForNothing() throws Exception {
		FakeSource source = FakeSource.of(5 * SLICE);
		SlicedObject object = object(source, 2, 2, 2);
		read(object, 0, 5 * SLICE);
		int asked = source.asked().size();
		assertThat(read(object, 3, 5 * SLICE - 3)).isEqualTo(part(source, 3, 5 * SLICE - 3));
		assertThat(source.asked()).hasSize(asked);
	}

	@Test
	void readOfTheTailAsksForItsSliceOnly() throws Exception {
		FakeSource source = FakeSource.of(100 * SLICE + 5);
		SlicedObject object = object(source, 4, 8, 8);
		assertThat(read(object, 100 * SLICE - 1, 100 * SLICE + 5))
			.isEqualTo(part(source, 100 * SLICE - 1, 100 * SLICE + 5));
		assertThat(source.asked()).containsExactly(new FakeSource.Asked(99 * SLICE, 100 * SLICE + 5));
	}

	@Test
	void readByManyAtAnyOffsetsAsksOncePerByte() {
		FakeSource source = FakeSource.of(64 * SLICE);
		SlicedObject object = object(source, 4, 4, 4);
		List<CompletableFuture<Void>> readers = IntStream.range(0, 50).mapToObj((i) -> async(() -> {
			int from = new Random(i).nextInt(60 * SLICE);
			assertThat(read(object, from, 64 * SLICE)).isEqualTo(part(source, from, 64 * SLICE));
		})).toList();
		readers.forEach(CompletableFuture::join);
		assertThat(source.asked()).allSatisfy((asked) -> assertThat(asked.first() % SLICE).isZero());
		assertThat(object.file().slices().presentBytes()).isEqualTo(source.given());
	}

	@Test
	void readNeverAsksForMoreAtOnceThanAllowed() {
		FakeSource source = FakeSource.of(200 * SLICE);
		SlicedObject object = object(source, 3, 2, 16);
		Stream.of(0, 50, 100, 150, 170, 190, 20, 80)
			.map((slice) -> async(() -> read(object, slice * SLICE, 200 * SLICE)))
			.toList()
			.forEach(CompletableFuture::join);
		assertThat(source.mostOpen()).isLessThanOrEqualTo(3);
	}

	@Test
	void readOfASliceOnItsWayGetsItsBytesBeforeItIsWhole() throws Exception {
		FakeSource source = FakeSource.of(4 * SLICE);
		Semaphore permits = source.trickle();
		SlicedObject object = object(source, 1, 4, 0);
		try (SliceReader leader = object.read(); SliceReader follower = object.read()) {
			CompletableFuture<Span> first = leader.next(0, 4 * SLICE);
			permits.release(100);
			assertThat(first.get(10, TimeUnit.SECONDS).length()).isLessThanOrEqualTo(100);
			assertThat(follower.next(0, 4 * SLICE)).isCompleted();
			permits.release(4 * SLICE);
		}
	}

	@Test
	void readFarAheadOfAStretchDoesNotWaitForIt() throws Exception {
		FakeSource source = FakeSource.of(64 * SLICE);
		SlicedObject object = object(source, 2, 64, 0);
		Semaphore permits = source.trickle();
		try (SliceReader slow = object.read()) {
			CompletableFuture<Span> first = slow.next(0, 64 * SLICE);
			permits.release(1);
			first.get(10, TimeUnit.SECONDS);
			CompletableFuture<byte[]> tail = CompletableFuture.supplyAsync(() -> read(object, 63 * SLICE, 64 * SLICE),
					this.executor);
			await().until(() -> {
				permits.release(SLICE / 4);
				return tail.isDone();
			});
			assertThat(tail.join()).isEqualTo(part(source, 63 * SLICE, 64 * SLICE));
			assertThat(object.file().slices().isPresent(40)).isFalse();
			permits.release(1_000_000);
		}
	}

	@Test
	void readWhenTheOriginBreaksOffOnceGoesOnInTheSameVersion() {
		FakeSource source = FakeSource.of(6 * SLICE);
		source.breakAt(2 * SLICE + 100, 1);
		assertThat(read(object(source, 1, 6, 0), 0, 6 * SLICE)).isEqualTo(source.bytes());
		assertThat(source.asked()).contains(new FakeSource.Asked(2 * SLICE, 6 * SLICE));
	}

	@Test
	void readWhenTheOriginBreaksOffAgainFails() {
		FakeSource source = FakeSource.of(6 * SLICE);
		source.breakAt(2 * SLICE + 100, 100);
		SlicedObject object = object(source, 1, 6, 0);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(object, 0, 6 * SLICE))
			.withMessageContaining("reset");
		assertThat(object.file().slices().isPresent(1)).isTrue();
		assertThat(object.file().slices().isPresent(2)).isFalse();
	}

	@Test
	void readWhenTheOriginHasAnotherVersionFailsForAllAndForGood() {
		FakeSource source = FakeSource.of(6 * SLICE);
		SlicedObject object = object(source, 1, 1, 0);
		read(object, 0, SLICE);
		source.becomeAnother();
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(object, 0, 3 * SLICE))
				.withCauseInstanceOf(VersionGoneException.class);
		}
		assertThat(this.store.spoiltTimes()).isEqualTo(1);
		assertThat(source.asked()).hasSize(2);
	}

	@Test
	void readWhenThereIsNoRoomSaysSoAndKeepsWhatIsThere() {
		FakeSource source = FakeSource.of(6 * SLICE);
		SlicedObject object = object(source, 1, 6, 0);
		this.store.room(2 * SLICE);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(object, 0, 6 * SLICE))
			.withCauseInstanceOf(NotStoredException.class);
		assertThat(read(object, 0, 2 * SLICE)).isEqualTo(part(source, 0, 2 * SLICE));
	}

	@Test
	void leaveWhenLittleIsThereGivesUpTheRest() throws Exception {
		FakeSource source = FakeSource.of(64 * SLICE);
		Semaphore permits = source.trickle();
		SlicedObject object = object(source, 1, 64, 0);
		try (SliceReader reader = object.read()) {
			permits.release(SLICE + 1);
			reader.next(0, 64 * SLICE).get(10, TimeUnit.SECONDS);
			await().until(() -> object.file().slices().isPresent(0));
		}
		permits.release(64 * SLICE);
		await().until(() -> source.open() == 0);
		assertThat(source.given()).isLessThanOrEqualTo(2 * SLICE);
	}

	@Test
	void leaveWhenMostIsThereFetchesTheRest() throws Exception {
		FakeSource source = FakeSource.of(10 * SLICE);
		Semaphore permits = source.trickle();
		SlicedObject object = object(source, 1, 2, 0);
		try (SliceReader reader = object.read()) {
			permits.release(6 * SLICE + 1);
			for (long at = 0; at <= 6L * SLICE;) {
				Span span = reader.next(at, 10 * SLICE).get(10, TimeUnit.SECONDS);
				at = span.position() + span.length();
			}
		}
		permits.release(10 * SLICE);
		await().until(() -> object.file().slices().isComplete());
	}

	@Test
	void leaveWhileWaitingAsksForNothingMore() throws Exception {
		FakeSource source = FakeSource.of(64 * SLICE);
		Semaphore permits = source.trickle();
		SlicedObject object = object(source, 1, 1, 16);
		SliceReader reader = object.read();
		CompletableFuture<Span> next = reader.next(0, 64 * SLICE);
		reader.close();
		permits.release(64 * SLICE);
		await().until(() -> object.file().slices().isPresent(0) && source.open() == 0);
		assertThat(next).isNotCompleted();
		assertThat(reader.next(SLICE, 64 * SLICE)).isCompletedExceptionally();
		assertThat(source.asked()).hasSize(1);
	}

	@Test
	void leaveWhileOthersReadGivesUpWhatTheyDoNotWant() throws Exception {
		FakeSource source = FakeSource.of(64 * SLICE);
		SlicedObject object = object(source, 2, 16, 0);
		try (SliceReader stays = object.read()) {
			assertThat(stays.next(0, SLICE)).succeedsWithin(10, TimeUnit.SECONDS);
			await().until(() -> source.open() == 0);
			Semaphore permits = source.trickle();
			try (SliceReader leaves = object.read()) {
				CompletableFuture<Span> far = leaves.next(32 * SLICE, 64 * SLICE);
				permits.release(1);
				assertThat(far).succeedsWithin(10, TimeUnit.SECONDS);
			}
			permits.release(64 * SLICE);
			await().until(() -> source.open() == 0);
			assertThat(source.given()).isLessThanOrEqualTo(3 * SLICE);
		}
	}

	@Test
	void retireWhenTheRestComesForNobodyGivesUp() throws Exception {
		FakeSource source = FakeSource.of(16 * SLICE);
		SlicedObject object = object(source, 1, 16, 0);
		Semaphore permits = source.trickle();
		permits.release(10 * SLICE);
		try (SliceReader reader = object.read()) {
			for (long position = 0; position < 10 * SLICE;) {
				Span span = reader.next(position, 16 * SLICE).get(10, TimeUnit.SECONDS);
				position = span.position() + span.length();
			}
		}
		assertThat(object.presence(14 * SLICE, 15 * SLICE)).isEqualTo(Presence.COMING);
		object.file().retire();
		permits.release(1);
		await().until(() -> object.presence(14 * SLICE, 15 * SLICE) == Presence.MISSING);
		permits.release(16 * SLICE);
		await().until(() -> source.open() == 0);
		assertThat(source.given()).isLessThanOrEqualTo(11 * SLICE);
	}

	@Test
	void leaveWhenTheRestCannotBeHadGivesUp() throws Exception {
		FakeSource source = FakeSource.of(10 * SLICE);
		Semaphore permits = source.trickle();
		SlicedObject object = object(source, 2, 1, 1);
		try (SliceReader reader = object.read()) {
			permits.release(6 * SLICE + 1);
			for (long at = 0; at <= 6L * SLICE;) {
				Span span = reader.next(at, 10 * SLICE).get(10, TimeUnit.SECONDS);
				at = span.position() + span.length();
			}
			source.becomeAnother();
		}
		int asked = source.asked().size();
		permits.release(10 * SLICE);
		await().until(() -> this.store.spoiltTimes() == 1 && source.open() == 0);
		assertThat(object.file().slices().isComplete()).isFalse();
		assertThat(source.asked().size() - asked).isLessThanOrEqualTo(2);
	}

	@Test
	void readOfADamagedSliceFetchesItAgain() throws Exception {
		FakeSource source = FakeSource.of(3 * SLICE);
		SlicedObject object = object(source, 1, 3, 0);
		read(object, 0, 3 * SLICE);
		await().until(() -> object.file().slices().isComplete());
		object.file().save(() -> CONTENT);
		damage(SLICE + 5);
		SlicedObject again = reopen(object, source);
		int asked = source.asked().size();
		assertThat(read(again, 0, 3 * SLICE)).isEqualTo(source.bytes());
		assertThat(source.asked().subList(asked, source.asked().size()))
			.containsExactly(new FakeSource.Asked(SLICE, 2 * SLICE));
	}

	@Test
	void readAfterReopeningFindsWhatWasSavedAndNothingElse() throws Exception {
		FakeSource source = FakeSource.of(6 * SLICE);
		SlicedObject object = object(source, 1, 1, 0);
		read(object, SLICE, 3 * SLICE);
		await().until(() -> object.file().slices().isPresent(2));
		object.file().save(() -> CONTENT);
		read(object, 4 * SLICE, 5 * SLICE);
		SlicedObject again = reopen(object, source);
		assertThat(IntStream.range(0, 6).filter(again.file().slices()::isPresent)).containsExactly(1, 2);
		assertThat(read(again, 0, 6 * SLICE)).isEqualTo(source.bytes());
	}

	private SlicedObject object(FakeSource source, int parallel, int stretch, int readAhead) {
		try {
			SliceTable slices = new SliceTable(source.bytes().length, SLICE);
			ObjectFile file = this.directory.create(KeyHash.of("key")).of(slices, CONTENT.length);
			return new SlicedObject(file, source, this.store, new FillLimits(parallel, stretch, readAhead, 0.5),
					this.executor);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private SlicedObject reopen(SlicedObject object, FakeSource source) throws IOException {
		object.file().channel().release();
		FileName name = this.directory.scan().find(KeyHash.of("key")).getFirst();
		ObjectFile.Found found = this.directory.open(name);
		assertThat(found.content()).isEqualTo(CONTENT);
		return new SlicedObject(found.file(), source, this.store, new FillLimits(1, 1, 0, 0.5), this.executor);
	}

	private void damage(long position) throws IOException {
		try (Stream<Path> files = Files.walk(this.temporary).filter(Files::isRegularFile);
				RandomAccessFile file = new RandomAccessFile(files.findFirst().orElseThrow().toFile(), "rw")) {
			file.seek(position);
			int old = file.read();
			file.seek(position);
			file.write(old ^ 0x10);
		}
	}

	private CompletableFuture<Void> async(Runnable task) {
		return CompletableFuture.runAsync(task, this.executor);
	}

	private static byte[] part(FakeSource source, int from, int end) {
		return Arrays.copyOfRange(source.bytes(), from, end);
	}

	static byte[] read(SlicedObject object, int from, int end) {
		ByteBuffer bytes = ByteBuffer.allocate(end - from);
		try (SliceReader reader = object.read()) {
			while (bytes.hasRemaining()) {
				Span span = reader.next(from + bytes.position(), end).get(20, TimeUnit.SECONDS);
				ByteBuffer part = bytes.slice(bytes.position(), (int) span.length());
				while (part.hasRemaining()) {
					span.file().read(part, span.position() + part.position());
				}
				bytes.position(bytes.position() + (int) span.length());
			}
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw (ex.getCause() instanceof IOException cause) ? new UncheckedIOException(cause)
					: new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException | java.util.concurrent.TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.array();
	}

}
