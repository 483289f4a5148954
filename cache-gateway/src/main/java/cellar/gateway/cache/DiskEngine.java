package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

import cellar.gateway.disk.Storage;
import cellar.gateway.fetch.Fetcher;
import cellar.gateway.fetch.Fetches;
import cellar.gateway.fetch.NegativeCache;
import cellar.gateway.fetch.OtherAnswers;
import cellar.gateway.fetch.SmallAnswers;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoreLimits;

/**
 * The parts of the disk cache, put together over one directory.
 *
 * @param cache finds and fetches
 * @param contents lists and purges
 * @param shelf the copies, to be closed
 */
record DiskEngine(Cache cache, Contents contents, Shelf shelf) implements AutoCloseable {

	static DiskEngine open(Storage storage, Path directory, StoreLimits limits, FillLimits fillLimits, Clock clock)
			throws IOException {
		// One that never refuses: readers wait for what they were promised.
		Executor executor = (task) -> Thread.ofVirtual().name("fetch").start(task);
		Shelf shelf = Shelf.open(storage, directory, limits, fillLimits, executor);
		NegativeCache negatives = new NegativeCache();
		SmallAnswers answers = new SmallAnswers();
		OtherAnswers others = new OtherAnswers(negatives, answers, clock);
		Fetcher fetcher = new Fetcher(shelf, others, fillLimits, limits.sliceSize(), clock);
		Fetches fetches = new Fetches(shelf, fetcher, executor, clock);
		return new DiskEngine(
				new DiskCache(shelf, new Memory(negatives, answers), fetches, new PassThrough(clock), clock),
				new DiskContents(shelf, negatives, answers, fetches), shelf);
	}

	@Override
	public void close() {
		this.shelf.close();
	}

}
