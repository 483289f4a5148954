package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.Deletions;
import cellar.gateway.disk.Storage;
import cellar.gateway.index.Index;

import static org.assertj.core.api.Assertions.assertThat;

class SpaceTests {

	private static final long GIGABYTE = 1L << 30;

	private static final long FREE = 100 * GIGABYTE;

	@TempDir
	Path path;

	private CacheDirectory directory;

	@BeforeEach
	void open() throws IOException {
		Storage storage = new Storage() {

			@Override
			public long usableBytes(Path where) {
				return FREE;
			}

		};
		this.directory = CacheDirectory.open(storage, this.path);
	}

	private Space space(long maxSize, long minFree) {
		Index index = new Index(maxSize);
		Deletions deletions = new Deletions(this.directory);
		return new Space(index, this.directory, deletions, new OpenObjects(index, deletions, 1), minFree);
	}

	@Test
	void reserveWhenBoundIsReachedRefusesAndCountsIt() {
		Space space = space(10 * GIGABYTE, 0);
		assertThat(space.reserve(10 * GIGABYTE)).isTrue();
		assertThat(space.reserve(1)).isFalse();
		assertThat(space.refusals()).isOne();
		space.release(GIGABYTE);
		assertThat(space.reserve(GIGABYTE)).isTrue();
	}

	@Test
	void reserveLeavesTheFloorFree() {
		Space space = space(1000 * GIGABYTE, 10 * GIGABYTE);
		assertThat(space.reserve(91 * GIGABYTE)).isFalse();
		assertThat(space.reserve(90 * GIGABYTE)).isTrue();
		assertThat(space.reserve(1)).isFalse();
	}

	@Test
	void reserveWhenPromisedSpaceIsWrittenCountsItOnce() {
		Space space = space(1000 * GIGABYTE, 0);
		assertThat(space.reserve(99 * GIGABYTE)).isTrue();
		assertThat(space.reserve(2 * GIGABYTE)).isFalse();
		// What was written is not free any more, as the file system would tell.
		space.wrote(50 * GIGABYTE);
		assertThat(space.reserve(51 * GIGABYTE)).isTrue();
		assertThat(space.reserve(1)).isFalse();
	}

}
