package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The parts of the disk cache, put together over one directory.
 *
 * @param cache finds and fetches
 * @param contents lists and purges
 */
record DiskEngine(Cache cache, Contents contents) {

	static DiskEngine open(Path directory, long maxSize, long minFree, Clock clock) throws IOException {
		Shelf shelf = new Shelf(new DiskStore(directory), new Index(maxSize, Runtime.getRuntime().maxMemory() / 4),
				minFree);
		shelf.restore();
		NegativeCache negatives = new NegativeCache();
		Fetches fetches = new Fetches(shelf, new Fetcher(shelf, negatives, clock),
				(task) -> Thread.ofVirtual().name("fetch").start(task));
		return new DiskEngine(new DiskCache(shelf, negatives, fetches, new PassThrough(clock), clock),
				new DiskContents(shelf, negatives, fetches));
	}

}
