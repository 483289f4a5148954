package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.origin.OriginAnswer;

/**
 * Keeps whole objects as files.
 */
class DiskCache implements Cache {

	private static final Logger logger = LoggerFactory.getLogger(DiskCache.class);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

	private final Shelf shelf;

	private final NegativeCache negatives;

	private final Fetches fetches;

	private final PassThrough passThrough;

	private final Clock clock;

	DiskCache(Shelf shelf, NegativeCache negatives, Fetches fetches, PassThrough passThrough, Clock clock) {
		this.shelf = shelf;
		this.negatives = negatives;
		this.fetches = fetches;
		this.passThrough = passThrough;
		this.clock = clock;
	}

	@Override
	public Reply get(Lookup lookup) {
		try {
			while (true) {
				Reply reply = attempt(lookup);
				if (reply != null) {
					return reply;
				}
			}
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache file cannot be read");
			return this.passThrough.get(lookup);
		}
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
		Entry entry = this.shelf.index().get(lookup.key());
		if (entry != null) {
			CacheStatus status = usable(lookup, entry, now);
			if (status != null) {
				return serve(entry, status, now);
			}
		}
		Fetches.Ticket ticket = this.fetches.join(lookup, entry);
		return (ticket != null) ? answer(lookup, entry, ticket) : null;
	}

	@Nullable Reply absent(Lookup lookup, Instant now) {
		NegativeCache.Absence absence = this.negatives.get(lookup.key(), now);
		return (absence != null)
				? new Reply.Absent(absence.code(), CacheStatus.hit(Duration.between(now, absence.until()).toSeconds()))
				: null;
	}

	/**
	 * Decides whether a copy may be served as it is, and has it renewed where that is
	 * due.
	 * @param lookup what is wanted
	 * @param entry the copy
	 * @param now the time
	 * @return how to serve it, or {@code null} if the origin has to be asked first
	 */
	private @Nullable CacheStatus usable(Lookup lookup, Entry entry, Instant now) {
		Duration age = entry.object().age(now);
		Freshness freshness = Freshness.of(entry.object().headers(), lookup.policy());
		if (freshness.isFresh(age)) {
			return CacheStatus.hit(freshness.ttl(age));
		}
		if (now.isBefore(entry.askAgainAt()) && freshness.isUsableOnError(age)) {
			return CacheStatus.failingStill(freshness.ttl(age));
		}
		if (freshness.isUsableWhileRevalidating(age)) {
			this.fetches.inBackground(lookup, entry);
			return CacheStatus.revalidating(freshness.ttl(age));
		}
		return null;
	}

	private @Nullable Reply serve(Entry entry, CacheStatus status, Instant now) throws IOException {
		try {
			return new Reply.Found(entry.object().representation(), entry.object().age(now), status,
					StoredBody.open(this.shelf.store(), entry));
		}
		catch (NoSuchFileException ex) {
			this.shelf.drop(entry);
			return null;
		}
		catch (StoredBody.DamagedException ex) {
			logger.atError().addKeyValue("object", entry.object().key().object()).log("Stored copy is damaged");
			this.shelf.drop(entry);
			return null;
		}
	}

	private @Nullable Reply answer(Lookup lookup, @Nullable Entry entry, Fetches.Ticket ticket) throws IOException {
		boolean collapsed = !ticket.isFirst();
		FetchResult result = ticket.fetch().await();
		Instant now = this.clock.instant();
		return switch (result) {
			case FetchResult.Shared shared -> follow(lookup, shared, ticket, entry != null);
			case FetchResult.Renewed renewed ->
				serve(renewed.entry(), CacheStatus.revalidated(ttl(lookup, renewed.entry(), now), collapsed), now);
			case FetchResult.Absent absent -> new Reply.Absent(absent.code(),
					CacheStatus.forwarded(entry != null, absent.originStatus(), true, collapsed));
			case FetchResult.Unshared unshared -> unshared.take()
					? this.passThrough.reply(lookup, unshared.answer(), entry != null) : this.passThrough.get(lookup);
			case FetchResult.Failed failed -> standIn(lookup, entry, failed.failure(), now);
			case FetchResult.Superseded _ -> null;
		};
	}

	private static @Nullable Reply follow(Lookup lookup, FetchResult.Shared shared, Fetches.Ticket ticket,
			boolean hadStale) {
		if (!ticket.isExpected() && !shared.file().retain(1)) {
			return null;
		}
		Resumption rest = new Resumption(lookup.origin(), lookup.key().object(), shared.representation());
		return new Reply.Found(shared.representation(), null,
				CacheStatus.forwarded(hadStale, hadStale ? 200 : 0, true, !ticket.isFirst()),
				new GrowingBody(shared.file(), new LiveBody(rest, null)));
	}

	private @Nullable Reply standIn(Lookup lookup, @Nullable Entry entry, OriginAnswer.Failure failure, Instant now)
			throws IOException {
		if (entry != null) {
			Duration age = entry.object().age(now);
			Freshness freshness = Freshness.of(entry.object().headers(), lookup.policy());
			if (freshness.isUsableOnError(age)) {
				entry.askAgainAt(now.plus(PAUSE_AFTER_FAILURE));
				return serve(entry, CacheStatus.staleOnError(failure.status(), freshness.ttl(age)), now);
			}
		}
		return PassThrough.failed(failure, entry != null);
	}

	@Override
	public Reply head(Lookup lookup) {
		Instant now = this.clock.instant();
		Reply known = absent(lookup, now);
		if (known != null) {
			return known;
		}
		Entry entry = this.shelf.index().get(lookup.key());
		CacheStatus status = (entry != null) ? usable(lookup, entry, now) : null;
		if (entry != null && status != null) {
			return described(entry, status, now);
		}
		return this.passThrough.head(lookup, entry);
	}

	private static Reply described(Entry entry, CacheStatus status, Instant now) {
		return new Reply.Found(entry.object().representation(), entry.object().age(now), status, Body.EMPTY);
	}

	private static long ttl(Lookup lookup, Entry entry, Instant now) {
		return Freshness.of(entry.object().headers(), lookup.policy()).ttl(entry.object().age(now));
	}

}
