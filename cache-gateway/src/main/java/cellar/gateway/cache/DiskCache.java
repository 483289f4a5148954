package cellar.gateway.cache;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFailedException;
import cellar.gateway.slice.Presence;
import cellar.gateway.slice.VersionGoneException;
import cellar.gateway.store.Head;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;

/**
 * Answers from copies on disk, which it has fetched and renewed as need be.
 */
class DiskCache implements Cache {

	private static final Logger logger = LoggerFactory.getLogger(DiskCache.class);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

	private static final int ATTEMPTS = 5;

	private final Shelf shelf;

	private final NegativeCache negatives;

	private final Fetches fetches;

	private final PassThrough passThrough;

	private final Hits hits;

	private final Clock clock;

	DiskCache(Shelf shelf, NegativeCache negatives, Fetches fetches, PassThrough passThrough, Clock clock) {
		this.shelf = shelf;
		this.hits = new Hits(shelf, negatives, clock);
		this.negatives = negatives;
		this.fetches = fetches;
		this.passThrough = passThrough;
		this.clock = clock;
	}

	@Override
	public @Nullable Reply hit(Lookup lookup) {
		return this.hits.find(lookup);
	}

	@Override
	public Reply get(Lookup lookup) {
		try {
			for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
				Reply reply = attempt(lookup);
				if (reply != null) {
					return reply;
				}
			}
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache cannot be used");
		}
		// An object that never stays the same, or a disk that fails.
		return this.passThrough.get(lookup);
	}

	/**
	 * Tries to answer.
	 * @param lookup what is wanted
	 * @return the answer, or {@code null} if things changed meanwhile
	 * @throws IOException if the disk fails
	 */
	private @Nullable Reply attempt(Lookup lookup) throws IOException {
		Instant now = this.clock.instant();
		Reply known = absent(lookup, now);
		if (known != null) {
			return known;
		}
		StoredObject copy = this.shelf.lease(lookup.key(), lookup.origin());
		try {
			CacheStatus status = (copy != null) ? usable(lookup, copy, now) : null;
			if (copy != null && status != null) {
				return serve(lookup, copy, status, now);
			}
			Fetches.Ticket ticket = this.fetches.join(lookup, copy);
			return (ticket != null) ? answer(lookup, copy, ticket) : null;
		}
		finally {
			if (copy != null) {
				copy.release();
			}
		}
	}

	private @Nullable Reply absent(Lookup lookup, Instant now) {
		NegativeCache.Absence absence = this.negatives.get(lookup.key(), now);
		return (absence != null)
				? new Reply.Absent(absence.code(), CacheStatus.hit(Duration.between(now, absence.until()).toSeconds()))
				: null;
	}

	/**
	 * Decides whether a copy may be served as it is, and has it renewed where that is
	 * due.
	 * @param lookup what is wanted
	 * @param copy the copy
	 * @param now the time
	 * @return how to serve it, or {@code null} if the origin has to be asked first
	 */
	private @Nullable CacheStatus usable(Lookup lookup, StoredObject copy, Instant now) {
		Duration age = copy.head().age(now);
		Freshness freshness = copy.freshness(lookup.policy());
		if (freshness.isFresh(age)) {
			return CacheStatus.hit(freshness.ttl(age));
		}
		if (now.isBefore(copy.askAgainAt()) && freshness.isUsableOnError(age)) {
			return CacheStatus.failingStill(freshness.ttl(age));
		}
		if (freshness.isUsableWhileRevalidating(age)) {
			this.fetches.inBackground(lookup, copy);
			return CacheStatus.revalidating(freshness.ttl(age));
		}
		return null;
	}

	/**
	 * Serves a copy. The first byte is there before anything is said about it.
	 * @param lookup what is wanted
	 * @param copy the copy, which the caller has leased
	 * @param status how it was found
	 * @param now the time
	 * @return the answer, or {@code null} if this version is gone
	 */
	private @Nullable Reply serve(Lookup lookup, StoredObject copy, CacheStatus status, Instant now) {
		if (!copy.lease()) {
			return null;
		}
		long length = copy.slices().length();
		long first = lookup.portion().first(length);
		Presence presence = copy.slices().presence(first, lookup.portion().end(length));
		Reply reply = begun(lookup, copy, first, status, now);
		if (reply instanceof Reply.Found found && presence != Presence.PRESENT) {
			return new Reply.Found(found.representation(), found.age(),
					CacheStatus.partial(presence == Presence.COMING), found.body());
		}
		return reply;
	}

	/**
	 * Waits for the first byte.
	 * @param lookup what is wanted
	 * @param copy the copy, with a lease that goes over to the answer
	 * @param first where that byte is
	 * @param status how the copy was found
	 * @param now the time
	 * @return the answer, or {@code null} if this version is gone
	 */
	private @Nullable Reply begun(Lookup lookup, StoredObject copy, long first, CacheStatus status, Instant now) {
		Head head = copy.head();
		long length = copy.slices().length();
		SlicedBody body = new SlicedBody(copy);
		try {
			body.await(first, lookup.portion().end(length));
			return new Reply.Found(new Representation(head.headers(), length), head.age(now), status, body);
		}
		catch (VersionGoneException ex) {
			body.close();
			return null;
		}
		catch (OriginFailedException ex) {
			body.close();
			return PassThrough.failed(ex.failure(), false);
		}
		catch (IOException ex) {
			body.close();
			logger.atWarn().addKeyValue("object", head.key()).addKeyValue("cause", ex.toString()).log("Fetch failed");
			return PassThrough.failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0), false);
		}
	}

	private @Nullable Reply answer(Lookup lookup, @Nullable StoredObject copy, Fetches.Ticket ticket) {
		boolean collapsed = !ticket.isFirst();
		boolean hadStale = copy != null;
		FetchResult result = ticket.fetch().await();
		Instant now = this.clock.instant();
		if (result instanceof FetchResult.Shared shared && !ticket.isExpected() && !shared.lease()) {
			return null;
		}
		CacheStatus forwarded = CacheStatus.forwarded(hadStale, hadStale ? 200 : 0, true, collapsed);
		return switch (result) {
			case FetchResult.Sliced sliced -> young(begun(lookup, sliced.object(),
					lookup.portion().first(sliced.object().slices().length()), forwarded, now));
			case FetchResult.Whole whole ->
				new Reply.Found(whole.representation(), null, forwarded, new PassBody(whole));
			case FetchResult.Renewed renewed -> {
				CacheStatus status = CacheStatus.revalidated(ttl(lookup, renewed.object().head(), now), collapsed);
				yield handOver(lookup, renewed.object(), status, now);
			}
			case FetchResult.Absent absent -> new Reply.Absent(absent.code(),
					CacheStatus.forwarded(hadStale, absent.originStatus(), true, collapsed));
			case FetchResult.Unshared unshared -> unshared.take()
					? this.passThrough.reply(lookup, unshared.answer(), hadStale) : this.passThrough.get(lookup);
			case FetchResult.Failed failed -> standIn(lookup, copy, failed.failure(), now);
			case FetchResult.Superseded _ -> null;
		};
	}

	private static @Nullable Reply young(@Nullable Reply reply) {
		return (reply instanceof Reply.Found found)
				? new Reply.Found(found.representation(), null, found.status(), found.body()) : reply;
	}

	private @Nullable Reply handOver(Lookup lookup, StoredObject leased, CacheStatus status, Instant now) {
		try {
			return serve(lookup, leased, status, now);
		}
		finally {
			leased.release();
		}
	}

	private @Nullable Reply standIn(Lookup lookup, @Nullable StoredObject copy, OriginAnswer.Failure failure,
			Instant now) {
		if (copy != null) {
			Head head = copy.head();
			Duration age = head.age(now);
			Freshness freshness = Freshness.of(head.headers(), lookup.policy());
			if (freshness.isUsableOnError(age)) {
				copy.askAgainAt(now.plus(PAUSE_AFTER_FAILURE));
				return serve(lookup, copy, CacheStatus.staleOnError(failure.status(), freshness.ttl(age)), now);
			}
		}
		return PassThrough.failed(failure, copy != null);
	}

	@Override
	public Reply head(Lookup lookup) {
		Instant now = this.clock.instant();
		Reply known = absent(lookup, now);
		if (known != null) {
			return known;
		}
		try {
			StoredObject copy = this.shelf.lease(lookup.key(), lookup.origin());
			if (copy != null) {
				try {
					return head(lookup, copy, now);
				}
				finally {
					copy.release();
				}
			}
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache cannot be used");
		}
		return this.passThrough.head(lookup, null);
	}

	private Reply head(Lookup lookup, StoredObject copy, Instant now) {
		CacheStatus status = usable(lookup, copy, now);
		if (status == null) {
			return this.passThrough.head(lookup, copy);
		}
		Head head = copy.head();
		return new Reply.Found(new Representation(head.headers(), copy.slices().length()), head.age(now), status,
				Body.EMPTY);
	}

	private static long ttl(Lookup lookup, Head head, Instant now) {
		return Freshness.of(head.headers(), lookup.policy()).ttl(head.age(now));
	}

}
