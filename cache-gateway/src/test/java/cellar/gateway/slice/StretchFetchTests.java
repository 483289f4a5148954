package cellar.gateway.slice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.KeyHash;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.disk.Storage;
import cellar.gateway.version.Source;
import cellar.gateway.version.VersionGoneException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StretchFetch}.
 */
class StretchFetchTests {

	private static final int SLICE = 8192;

	private final FakeSource source = FakeSource.of(4 * SLICE);

	private final FakeProgress progress = new FakeProgress();

	private final FakeStore store = new FakeStore();

	@TempDir
	private Path temporary;

	private ObjectFile file;

	@BeforeEach
	void create() throws IOException {
		SliceTable slices = new SliceTable(4L * SLICE, SLICE);
		this.file = CacheDirectory.open(Storage.LOCAL, this.temporary).create(KeyHash.of("key")).of(slices, 0);
	}

	@Test
	void runWritesWhatWasAskedForAndReportsEachSlice() throws IOException {
		fetch(1, 3, this.source).run();
		assertThat(this.source.asked()).containsExactly(new FakeSource.Asked(SLICE, 3 * SLICE));
		assertThat(this.progress.checksums()).containsExactly(checksum(1), checksum(2));
		assertThat(this.progress.hasEnded()).isTrue();
		assertThat(this.progress.failure()).isNull();
		assertThat(written(1, 3)).isEqualTo(Arrays.copyOfRange(this.source.bytes(), SLICE, 3 * SLICE));
	}

	@Test
	void runReportsThePositionsWithinASliceOnly() {
		this.source.trickle().release(4 * SLICE);
		fetch(0, 2, this.source).run();
		assertThat(this.progress.written()).allSatisfy((position) -> assertThat(position % SLICE).isPositive());
	}

	@Test
	void runWhenTheOriginGivesAllThatComesAfterTakesMore() {
		this.source.ignoreRanges();
		this.progress.extendTo(4);
		fetch(1, 2, this.source).run();
		assertThat(this.source.asked()).containsExactly(new FakeSource.Asked(SLICE, 2 * SLICE));
		assertThat(this.progress.checksums()).containsExactly(checksum(1), checksum(2), checksum(3));
		assertThat(this.progress.failure()).isNull();
	}

	@Test
	void runWhenTheOriginGivesNoMoreThanThePartTakesNoMore() {
		this.progress.extendTo(4);
		fetch(1, 2, this.source).run();
		assertThat(this.progress.checksums()).containsExactly(checksum(1));
		assertThat(this.progress.failure()).isNull();
	}

	@Test
	void runLeavesNothingPromised() {
		this.source.breakAt(SLICE + 100, 1);
		fetch(0, 4, this.source).run();
		assertThat(this.store.promised()).isZero();
	}

	@Test
	void runWhenTheOriginBreaksOffKeepsWhatHasCome() {
		this.source.breakAt(SLICE + 100, 1);
		fetch(0, 4, this.source).run();
		assertThat(this.progress.checksums()).containsExactly(checksum(0));
		assertThat(this.progress.failure()).hasMessageContaining("reset");
		assertThat(this.source.open()).isZero();
	}

	@Test
	void runWhenTheVersionIsGoneSaysSo() {
		this.source.becomeAnother();
		fetch(0, 4, this.source).run();
		assertThat(this.progress.failure()).isInstanceOf(VersionGoneException.class);
	}

	@Test
	void runWhenThereIsNoRoomAsksForNothing() {
		this.store.room(SLICE - 1);
		fetch(0, 4, this.source).run();
		assertThat(this.progress.failure()).isInstanceOf(NotStoredException.class);
		assertThat(this.source.asked()).isEmpty();
	}

	@Test
	void runWhenItFailsUnexpectedlyEndsAllTheSame() {
		Source broken = (_, _) -> {
			throw new IllegalStateException("Not expected");
		};
		assertThatIllegalStateException().isThrownBy(fetch(0, 4, broken)::run).withMessage("Not expected");
		assertThat(this.progress.failure()).hasMessageContaining("unexpectedly");
		assertThat(this.store.promised()).isZero();
	}

	private StretchFetch fetch(int first, int end, Source source) {
		return new StretchFetch(this.progress, this.file, new Stretch(first, end, (long) first * SLICE), source,
				this.store);
	}

	private int checksum(int slice) {
		CRC32C checksum = new CRC32C();
		checksum.update(this.source.bytes(), slice * SLICE, SLICE);
		return (int) checksum.getValue();
	}

	private byte[] written(int first, int end) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate((end - first) * SLICE);
		while (bytes.hasRemaining()) {
			this.file.channel().channel().read(bytes, (long) first * SLICE + bytes.position());
		}
		return bytes.array();
	}

}
