package cellar.gateway.cache;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.body.PassBody;
import cellar.gateway.fetch.FetchResult;
import cellar.gateway.fetch.Fetcher;
import cellar.gateway.fetch.Fetches;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Forward;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;
import cellar.gateway.variant.Variation;

/**
 * Answers with objects: from copies that are good, else from what a fetch brings.
 */
final class Gets {

	private static final Logger logger = LoggerFactory.getLogger(Gets.class);

	private static final int ATTEMPTS = 5;

	private final Shelf shelf;

	private final Memory memory;

	private final Fetches fetches;

	private final Usability usability;

	private final PassThrough passThrough;

	private final Clock clock;

	Gets(Shelf shelf, Memory memory, Fetches fetches, PassThrough passThrough, Clock clock) {
		this.shelf = shelf;
		this.memory = memory;
		this.fetches = fetches;
		this.usability = new Usability(fetches);
		this.passThrough = passThrough;
		this.clock = clock;
	}

	Reply find(Lookup lookup) {
		try {
			for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
				Reply reply = attempt(lookup);
				if (reply != null) {
					return reply;
				}
			}
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).addKeyValue("object", lookup.key()).log("Cache cannot be used");
		}
		// An object that never stays the same, or a disk that fails.
		return lookup.client().wishes().onlyIfCached() ? new Reply.NotCached(CacheStatus.notCached())
				: this.passThrough.get(lookup, Forward.BYPASS);
	}

	/**
	 * Tries to answer.
	 * @param lookup what is wanted
	 * @return the answer, or {@code null} if things changed meanwhile
	 * @throws IOException if the disk fails
	 */
	private @Nullable Reply attempt(Lookup lookup) throws IOException {
		Instant now = this.clock.instant();
		Reply known = this.memory.find(lookup, now);
		if (known != null) {
			return known;
		}
		StoredObject copy = this.shelf.lease(lookup.key(), lookup.shared());
		try {
			CacheStatus status = (copy != null) ? this.usability.judge(lookup, copy, now) : null;
			if (copy != null && status != null) {
				return Copies.serve(lookup, copy, status, now);
			}
			if (lookup.client().wishes().onlyIfCached()) {
				return new Reply.NotCached(CacheStatus.notCached());
			}
			Forward why = Usability.why(lookup, copy, now);
			if (lookup.isUnstorable() || this.fetches.isOutgrown(lookup.key())) {
				return this.passThrough.get(lookup, why);
			}
			Fetches.Ticket ticket = this.fetches.join(lookup, copy);
			return (ticket != null) ? answer(lookup, copy, ticket, why) : null;
		}
		finally {
			if (copy != null) {
				copy.release();
			}
		}
	}

	private @Nullable Reply answer(Lookup lookup, @Nullable StoredObject copy, Fetches.Ticket ticket, Forward why) {
		FetchResult result = ticket.fetch().await();
		if (result instanceof FetchResult.Shared shared) {
			Lookup selected = lookup.of(Variation.of(shared.key()));
			if (!selected.key().equals(shared.key())) {
				// Only the answer told that there are variants, and this is another one.
				ticket.leave(shared);
				return find(selected);
			}
			if (!ticket.isExpected() && !shared.lease()) {
				return null;
			}
		}
		return reply(lookup, copy, ticket.isFirst(), result, why);
	}

	private @Nullable Reply reply(Lookup lookup, @Nullable StoredObject copy, boolean first, FetchResult result,
			Forward why) {
		Instant now = this.clock.instant();
		CacheStatus forwarded = CacheStatus.forwarded(why, (copy != null) ? 200 : 0, true, !first);
		return switch (result) {
			case FetchResult.Sliced sliced -> {
				Reply begun = Copies.begun(lookup, sliced.object(), why, forwarded, now);
				yield (begun instanceof Reply.Found found) ? found.forwarded() : begun;
			}
			case FetchResult.Whole whole ->
				Reply.Found.forwarded(whole.representation(), forwarded, new PassBody(whole));
			case FetchResult.Renewed renewed -> handOver(lookup, renewed.object(), why, !first, now);
			case FetchResult.Absent absent when absent.isForAll() || first -> new Reply.Absent(absent.code(),
					CacheStatus.forwarded(why, absent.originStatus(), absent.isKept(), !first));
			case FetchResult.Remembered remembered ->
				PassThrough.remembered(lookup, remembered.answer(), Freshness.toldAge(remembered.answer().headers()),
						CacheStatus.forwarded(why, (copy != null) ? remembered.answer().status() : 0, true, !first));
			case FetchResult.Unshared unshared when first -> this.passThrough.reply(lookup, unshared.answer(), why);
			case FetchResult.Absent _, FetchResult.Unshared _ -> this.passThrough.get(lookup, why);
			case FetchResult.Failed failed -> standIn(lookup, copy, failed.failure(), why, now);
			case FetchResult.Superseded _ -> null;
		};
	}

	private static @Nullable Reply handOver(Lookup lookup, StoredObject leased, Forward why, boolean collapsed,
			Instant now) {
		try {
			long ttl = leased.freshness(lookup.policy()).ttl(leased.head().age(now));
			return Copies.serve(lookup, leased, CacheStatus.revalidated(why, ttl, collapsed), now);
		}
		finally {
			leased.release();
		}
	}

	private static @Nullable Reply standIn(Lookup lookup, @Nullable StoredObject copy, OriginAnswer.Failure failure,
			Forward why, Instant now) {
		if (copy != null) {
			Duration age = copy.head().age(now);
			Freshness freshness = copy.freshness(lookup.policy());
			if (freshness.isUsableOnError(age)) {
				copy.askAgainAt(now.plus(Fetcher.PAUSE_AFTER_FAILURE));
				return Copies.serve(lookup, copy, CacheStatus.staleOnError(why, failure.status(), freshness.ttl(age)),
						now);
			}
		}
		return PassThrough.failed(failure, why);
	}

}
