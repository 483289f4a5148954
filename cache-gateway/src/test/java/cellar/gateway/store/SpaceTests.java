package cellar.gateway.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.Deletions;
import cellar.gateway.disk.FileName;
import cellar.gateway.disk.Storage;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;
import cellar.gateway.index.Pins;

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
		Index index = new Index(maxSize, Pins.NONE);
		Deletions deletions = new Deletions(this.directory);
		return new Space(index, this.directory, withdrawals(index, deletions), minFree);
	}

	private static Withdrawals withdrawals(Index index, Deletions deletions) {
		return new Withdrawals(index, deletions, new OpenObjects(index, deletions, 1));
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

	@Test
	void reserveByTwoWhoSeeTheSameShortageEvictsForItOnce() throws IOException {
		CyclicBarrier seen = new CyclicBarrier(2);
		AtomicInteger looks = new AtomicInteger();
		AtomicLong free = new AtomicLong(9 * GIGABYTE);
		Storage storage = new Storage() {

			@Override
			public long usableBytes(Path where) {
				long usable = free.get();
				if (looks.incrementAndGet() <= 2) {
					await(seen);
				}
				return usable;
			}

			@Override
			public void delete(Path file) {
				free.addAndGet(GIGABYTE);
			}

		};
		CacheDirectory crowded = CacheDirectory.open(storage, this.path);
		Index index = new Index(1000 * GIGABYTE, Pins.NONE);
		for (int i = 0; i < 5; i++) {
			Key key = Key.of(new Key.Space("/", "source"), "o" + i);
			index.put(new Entry(key, new FileName(key.fileHash(), 1, 1, 512), GIGABYTE), 0);
		}
		Deletions deletions = new Deletions(crowded);
		Space space = new Space(index, crowded, withdrawals(index, deletions), 10 * GIGABYTE);
		CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> space.reserve(0),
				(task) -> Thread.ofVirtual().start(task));
		assertThat(space.reserve(0)).isTrue();
		assertThat(other.join()).isTrue();
		assertThat(index.figures().evictions()).isOne();
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
