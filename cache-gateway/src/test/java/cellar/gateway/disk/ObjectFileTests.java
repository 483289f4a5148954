package cellar.gateway.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ObjectFile}.
 */
class ObjectFileTests {

	private static final int SLICE = 4096;

	private static final byte[] BODY = new byte[3 * SLICE + 100];

	private static final byte[] CONTENT = "what the owner wants to know".getBytes();

	private static final KeyHash HASH = KeyHash.of("some key");

	@TempDir
	private Path temporary;

	private CacheDirectory directory;

	static {
		new Random(1).nextBytes(BODY);
	}

	@BeforeEach
	void open() throws IOException {
		this.directory = CacheDirectory.open(Storage.LOCAL, this.temporary);
	}

	@Test
	void openAfterSaveFindsSlicesAndContent() throws IOException {
		ObjectFile file = create();
		fill(file, 0, 3);
		file.save(() -> CONTENT);
		file.channel().release();
		ObjectFile.Found found = this.directory.open(find());
		assertThat(found.content()).isEqualTo(CONTENT);
		assertThat(present(found.file())).containsExactly(0, 3);
		assertThat(found.file().slices().isChecked(3)).isFalse();
		assertThat(found.file().verify(3)).isTrue();
		assertThat(found.file().slices().isChecked(3)).isTrue();
	}

	@Test
	void findBeforeSaveFindsNothing() throws IOException {
		fill(create(), 0, 1, 2, 3);
		assertThat(this.directory.scan().find(HASH)).isEmpty();
	}

	@Test
	void openAfterEachOfManySavesFindsTheLast() throws IOException {
		ObjectFile file = create();
		for (int i = 0; i < 4; i++) {
			fill(file, i);
			byte[] content = { (byte) i };
			file.save(() -> content);
			ObjectFile.Found found = this.directory.open(find());
			assertThat(found.content()).containsExactly(i);
			assertThat(present(found.file())).hasSize(i + 1);
			found.file().channel().release();
		}
	}

	@Test
	void openWhenTheLastSaveWasTornFindsTheOneBefore() throws IOException {
		for (int copy = 0; copy < 2; copy++) {
			ObjectFile file = create();
			fill(file, 0);
			for (int save = 0; save <= copy + 1; save++) {
				byte[] content = { (byte) save };
				file.save(() -> content);
			}
			FileName name = file.name();
			overwrite(name, name.position((copy + 1) % 2) + 20, 1);
			assertThat(this.directory.open(name).content()).containsExactly(copy);
		}
	}

	@Test
	void openWhenBothCopiesAreDamagedFails() throws IOException {
		ObjectFile file = create();
		file.save(() -> CONTENT);
		file.save(() -> CONTENT);
		overwrite(file.name(), file.name().position(0) + 9, 1);
		overwrite(file.name(), file.name().position(1) + 9, 1);
		assertThatExceptionOfType(DamagedFileException.class).isThrownBy(() -> this.directory.open(file.name()));
	}

	@Test
	void openWhenAnotherFileWasPutInItsPlaceFails() throws IOException {
		ObjectFile one = create();
		ObjectFile other = create();
		one.save(() -> CONTENT);
		other.save(() -> CONTENT);
		Files.copy(path(one.name()), path(other.name()), StandardCopyOption.REPLACE_EXISTING);
		assertThatIOException().isThrownBy(() -> this.directory.open(other.name()));
	}

	@Test
	void openWhenTheFileIsEmptyOrCutFails() throws IOException {
		ObjectFile file = create();
		fill(file, 0, 1, 2, 3);
		file.save(() -> CONTENT);
		for (long size : new long[] { file.name().position(0) + 10, 100, 0 }) {
			Files.newByteChannel(path(file.name()), StandardOpenOption.WRITE).truncate(size).close();
			assertThatExceptionOfType(DamagedFileException.class).isThrownBy(() -> this.directory.open(file.name()));
		}
	}

	@Test
	void openWhenTheNamePromisesMoreThanThereIsFails() throws IOException {
		FileName boastful = new FileName(HASH, 1, 1L << 59, Integer.MAX_VALUE);
		Files.createDirectories(path(boastful).getParent());
		Files.write(path(boastful), new byte[] { 1 });
		assertThatIOException().isThrownBy(() -> this.directory.open(boastful));
	}

	/**
	 * A file that is long enough for what its name says, but takes no space.
	 */
	@Test
	void openWhenNameSetsAsideMoreThanAnyDescriptionTakesIsDamaged() throws IOException {
		FileName boastful = new FileName(HASH, 1, 0, Integer.MAX_VALUE);
		Files.createDirectories(path(boastful).getParent());
		try (FileChannel file = FileChannel.open(path(boastful), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
			file.write(ByteBuffer.wrap(new byte[] { 1 }), 5L << 30);
		}
		assertThatExceptionOfType(DamagedFileException.class).isThrownBy(() -> this.directory.open(boastful));
	}

	@Test
	void openWhenThereIsNoneFails() {
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> this.directory.open(new FileName(HASH, 1, 2, 512)));
	}

	@Test
	void verifyWhenABitHasFlippedDropsTheSlice() throws IOException {
		ObjectFile file = create();
		fill(file, 0, 1);
		file.save(() -> CONTENT);
		overwrite(file.name(), SLICE + 17, 1);
		ObjectFile again = this.directory.open(find()).file();
		assertThat(again.verify(1)).isFalse();
		assertThat(again.verify(0)).isTrue();
		assertThat(present(again)).containsExactly(0);
	}

	@Test
	void saveWhenTheContentHasOutgrownItsRoomKeepsTheOneBefore() throws IOException {
		ObjectFile file = create();
		file.save(() -> CONTENT);
		assertThatIOException().isThrownBy(() -> file.save(() -> new byte[10_000]));
		assertThat(this.directory.open(find()).content()).isEqualTo(CONTENT);
	}

	@Test
	void saveWhenBytesCannotBeMadeDurableDropsThem() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		this.directory = CacheDirectory.open(storage, this.temporary);
		ObjectFile file = create();
		file.save(() -> CONTENT);
		fill(file, 0);
		storage.fail(FaultyStorage.Fault.FORCE, 100);
		assertThatIOException().isThrownBy(() -> file.save(() -> CONTENT));
		// The system reports a lost write once, and gives it from memory until then.
		assertThat(present(file)).isEmpty();
	}

	@Test
	void saveWhenBytesCannotBeMadeDurableDoesNotTrustThoseOnTheirWay() throws IOException {
		FaultyStorage storage = new FaultyStorage(1);
		this.directory = CacheDirectory.open(storage, this.temporary);
		ObjectFile file = create();
		fill(file, 0);
		file.save(() -> CONTENT);
		file.slices().touch(1);
		storage.fail(FaultyStorage.Fault.FORCE, 100);
		assertThatIOException().isThrownBy(() -> file.save(() -> CONTENT));
		assertThat(file.slices().add(1, 0)).isFalse();
		assertThat(present(file)).containsExactly(0);
		assertThat(file.slices().add(1, 0)).isTrue();
	}

	@Test
	void saveOnceRetiredLeavesItDeleted() throws IOException {
		ObjectFile file = create();
		file.retire();
		file.save(() -> CONTENT);
		assertThat(this.directory.scan().find(HASH)).isEmpty();
	}

	@Test
	void openWhenItCannotBeReadJustNowDoesNotCallItDamaged() throws IOException {
		ObjectFile file = create();
		file.save(() -> CONTENT);
		Storage exhausted = new Storage() {
			@Override
			public FileChannel open(Path path, OpenOption... options) throws IOException {
				throw new FileSystemException(path.toString(), null, "Too many open files");
			}
		};
		CacheDirectory unreadable = CacheDirectory.open(exhausted, this.temporary);
		assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> unreadable.open(file.name()));
	}

	@Test
	void releaseByTheLastUserClosesTheFile() throws IOException {
		ObjectFile file = create();
		LeasedChannel channel = file.channel();
		assertThat(channel.lease()).isTrue();
		channel.release();
		assertThat(channel.channel().isOpen()).isTrue();
		channel.release();
		assertThat(channel.channel().isOpen()).isFalse();
		assertThat(channel.lease()).isFalse();
	}

	@Test
	void footprintCountsWhatWasWrittenAndNotWhatIsMissing() throws IOException {
		ObjectFile file = create();
		long empty = file.footprint();
		fill(file, 1);
		assertThat(file.footprint() - empty).isEqualTo(SLICE);
		fill(file, 3);
		assertThat(file.footprint() - empty).isEqualTo(2 * SLICE);
	}

	private ObjectFile create() throws IOException {
		return this.directory.create(HASH).of(new SliceTable(BODY.length, SLICE), CONTENT.length);
	}

	private static void fill(ObjectFile file, int... slices) throws IOException {
		for (int slice : slices) {
			int start = (int) file.slices().start(slice);
			int length = (int) file.slices().end(slice) - start;
			CRC32C checksum = new CRC32C();
			checksum.update(BODY, start, length);
			file.slices().touch(slice);
			file.write(ByteBuffer.wrap(BODY, start, length), start);
			file.slices().add(slice, (int) checksum.getValue());
		}
	}

	private static Stream<Integer> present(ObjectFile file) {
		return IntStream.range(0, file.slices().count()).filter(file.slices()::isPresent).boxed();
	}

	private FileName find() throws IOException {
		return this.directory.scan().find(HASH).getFirst();
	}

	private Path path(FileName name) {
		return Layout.in(this.temporary).path(name);
	}

	private void overwrite(FileName name, long position, int flip) throws IOException {
		try (var channel = Files.newByteChannel(path(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			ByteBuffer one = ByteBuffer.allocate(1);
			channel.position(position).read(one);
			one.put(0, (byte) (one.get(0) ^ flip));
			channel.position(position).write(one.flip());
		}
	}

}
