package cellar.gateway.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;

/**
 * The fetches that are running, at most one for a key that new requests may join.
 */
public class Fetches {

	private static final Logger logger = LoggerFactory.getLogger(Fetches.class);

	private static final int MOST_OUTGROWN = 1000;

	private static final Duration FOR_A_WHILE = Duration.ofMinutes(10);

	private final Map<Key, Fetch> joinable = new ConcurrentHashMap<>();

	private final Set<Fetch> running = ConcurrentHashMap.newKeySet();

	/** Objects of which several readers at once cannot all be given the rest. */
	private final Cache<Key, Boolean> outgrown = Caffeine.newBuilder()
		.maximumSize(MOST_OUTGROWN)
		.expireAfterWrite(FOR_A_WHILE)
		.build();

	private final Shelf shelf;

	private final Fetcher fetcher;

	private final Executor executor;

	private final Clock clock;

	public Fetches(Shelf shelf, Fetcher fetcher, Executor executor, Clock clock) {
		this.clock = clock;
		this.shelf = shelf;
		this.fetcher = fetcher;
		this.executor = executor;
	}

	/**
	 * Joins the fetch of an object, beginning it if need be.
	 * @param lookup what is wanted
	 * @param seen the copy that the caller found unusable, if there was one
	 * @return what to wait for, or {@code null} if there is another copy by now
	 */
	public @Nullable Ticket join(Lookup lookup, @Nullable StoredObject seen) {
		while (true) {
			Fetch running = this.joinable.get(lookup.key());
			if (running != null && !running.isOver(this.clock.instant())) {
				return new Ticket(running, false, running.expect());
			}
			if (running != null) {
				this.joinable.remove(lookup.key(), running);
			}
			Fetch mine = new Fetch(lookup, seen, false);
			boolean early = mine.expect();
			if (this.joinable.putIfAbsent(lookup.key(), mine) == null) {
				return start(mine) ? new Ticket(mine, true, early) : null;
			}
		}
	}

	/**
	 * Returns whether an object is better not shared: it did not find room of late.
	 * @param key its key
	 * @return whether each client is to ask for itself
	 */
	public boolean isOutgrown(Key key) {
		return this.outgrown.getIfPresent(key) != null;
	}

	public void inBackground(Lookup lookup, StoredObject seen) {
		Fetch mine = new Fetch(lookup, seen, true);
		if (this.joinable.putIfAbsent(lookup.key(), mine) == null) {
			start(mine);
		}
	}

	private boolean start(Fetch fetch) {
		StoredObject base = fetch.base();
		// An earlier fetch leaves its copy before it goes, so this look is the last.
		if (!this.shelf.isCurrent(fetch.lookup().key(), base) || (base != null && !base.lease())) {
			this.joinable.remove(fetch.lookup().key(), fetch);
			fetch.decide(new FetchResult.Superseded());
			return false;
		}
		this.running.add(fetch);
		try {
			this.executor.execute(() -> run(fetch));
		}
		catch (RuntimeException | Error ex) {
			end(fetch);
			throw ex;
		}
		return true;
	}

	private void run(Fetch fetch) {
		try {
			this.fetcher.run(fetch);
		}
		catch (RuntimeException ex) {
			logger.atError().setCause(ex).addKeyValue("object", fetch.lookup().key()).log("Fetch failed unexpectedly");
		}
		finally {
			if (fetch.hasOutgrownItsRoom()) {
				this.outgrown.put(fetch.lookup().key(), true);
			}
			end(fetch);
		}
	}

	// Whoever still waits gets nothing.
	private void end(Fetch fetch) {
		this.joinable.remove(fetch.lookup().key(), fetch);
		this.running.remove(fetch);
		fetch.decide(new FetchResult.Failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0)));
		fetch.releaseBase();
	}

	/**
	 * Makes sure that no fetch which runs now leaves anything behind or is joined again.
	 * @param selection which
	 * @return the keys of these fetches
	 */
	public Set<Key> purge(Selection selection) {
		Set<Key> purged = new HashSet<>();
		// In this order: what nobody may join any more was running before.
		Stream.concat(this.joinable.values().stream(), this.running.stream())
			.filter((fetch) -> selection.matches(fetch.lookup().key()))
			.forEach((fetch) -> {
				fetch.purge();
				this.joinable.remove(fetch.lookup().key(), fetch);
				purged.add(fetch.lookup().key());
			});
		return purged;
	}

	public int count() {
		return this.running.size();
	}

	/**
	 * A place in the line.
	 *
	 * @param fetch what to wait for
	 * @param isFirst whether the caller began it
	 * @param isExpected whether the bytes are kept open for the caller
	 */
	public record Ticket(Fetch fetch, boolean isFirst, boolean isExpected) {

		/**
		 * Goes without what was shared.
		 * @param shared what that is
		 */
		public void leave(FetchResult.Shared shared) {
			if (this.isExpected) {
				shared.release();
			}
		}

	}

}
