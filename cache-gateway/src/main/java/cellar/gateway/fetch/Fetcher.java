package cellar.gateway.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.Storability;
import cellar.gateway.head.Head;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Portion;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginRequest;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;
import cellar.gateway.version.OriginSource;

/**
 * Carries out fetches: asks the origin and decides what its answer means for the copy at
 * hand and for those who wait.
 */
public class Fetcher {

	/** For which an origin that failed is left alone where a copy can be used. */
	public static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

	/**
	 * A renewal in the background that finds a new version needs no more than its head.
	 */
	private static final Portion BEGINNING = new Portion(0, 1);

	private final Shelf shelf;

	private final Intake intake;

	private final OtherAnswers others;

	private final FillLimits limits;

	private final int sliceSize;

	private final Clock clock;

	public Fetcher(Shelf shelf, OtherAnswers others, FillLimits limits, int sliceSize, Clock clock) {
		this.shelf = shelf;
		this.intake = new Intake(shelf, limits, sliceSize);
		this.others = others;
		this.limits = limits;
		this.sliceSize = sliceSize;
		this.clock = clock;
	}

	void run(Fetch fetch) {
		Portion portion = fetch.isBackground() ? BEGINNING : fetch.lookup().portion();
		portion = fetch.lookup().isIdentified() ? Portion.ALL : portion;
		if (!attempt(fetch, FirstRequest.of(portion, this.sliceSize, this.limits.stretch()))) {
			attempt(fetch, FirstRequest.whole(this.sliceSize));
		}
	}

	/**
	 * Asks the origin.
	 * @param fetch for what
	 * @param request for which part
	 * @return {@code false} if it has to be asked for all of the object instead
	 */
	private boolean attempt(Fetch fetch, FirstRequest request) {
		Instant requestedAt = this.clock.instant();
		OriginAnswer answer = ask(fetch, request);
		switch (answer) {
			case OriginAnswer.Content content -> {
				return take(fetch, request, content, requestedAt);
			}
			case OriginAnswer.NotModified good -> {
				fetch.decide(renew(fetch, good.headers(), requestedAt));
				saveSoon(fetch.base());
			}
			case OriginAnswer.Absent absent -> {
				fetch.store(() -> forget(fetch.base()));
				fetch.decide(this.others.absent(fetch, absent.status(), absent.status(), absent.headers()));
			}
			// The copy stays: a store says this of everything when a key has expired.
			case OriginAnswer.Denied _ when spare(fetch) ->
				fetch.decide(new FetchResult.Absent(404, 403, false, false));
			case OriginAnswer.Denied _ -> fetch.decide(this.others.absent(fetch, 404, 403, Headers.of()));
			case OriginAnswer.Foreign foreign when foreign.status() == 416 && !request.isWhole() -> {
				foreign.body().close();
				return false;
			}
			case OriginAnswer.Foreign foreign when !tellsOfTheObject(foreign.status()) && spare(fetch) ->
				unshared(fetch, foreign);
			case OriginAnswer.Foreign foreign -> {
				if (tellsOfTheObject(foreign.status())) {
					fetch.store(() -> forget(fetch.base()));
				}
				FetchResult kept = this.others.foreign(fetch, foreign, requestedAt);
				if (kept != null) {
					fetch.decide(kept);
				}
				else {
					unshared(fetch, foreign);
				}
			}
			case OriginAnswer.Failure failure when failure.status() == 416 && !request.isWhole() -> {
				return false;
			}
			case OriginAnswer.Failure failure -> {
				spare(fetch);
				fetch.decide(new FetchResult.Failed(failure));
			}
		}
		return true;
	}

	/**
	 * Has the origin left alone for a while, and clients not told what it says, where
	 * nobody has asked it but the cache.
	 * @param fetch the fetch that has failed
	 * @return whether there is a copy that can be used meanwhile
	 */
	private boolean spare(Fetch fetch) {
		StoredObject base = fetch.base();
		if (base == null || !fetch.isBackground()) {
			return false;
		}
		base.askAgainAt(this.clock.instant().plus(PAUSE_AFTER_FAILURE));
		return true;
	}

	// Other refusals tell of the caller.
	private static boolean tellsOfTheObject(int status) {
		return status < 400 || status == 404 || status == 410;
	}

	private static OriginAnswer ask(Fetch fetch, FirstRequest request) {
		StoredObject base = fetch.base();
		Headers headers = conditions((base != null) ? base.head() : null);
		String range = request.range();
		return fetch.lookup()
			.asked()
			.fetch(new OriginRequest(OriginRequest.Method.GET, fetch.lookup().key().object(),
					(range != null) ? headers.with("Range", range) : headers));
	}

	public static Headers conditions(@Nullable Head base) {
		List<Headers.Field> conditions = new ArrayList<>();
		if (base != null && base.etag() instanceof String etag) {
			conditions.add(new Headers.Field("If-None-Match", etag));
		}
		if (base != null && base.headers().first("Last-Modified") instanceof String lastModified) {
			conditions.add(new Headers.Field("If-Modified-Since", lastModified));
		}
		return new Headers(conditions);
	}

	private FetchResult renew(Fetch fetch, Headers headers, Instant requestedAt) {
		StoredObject base = fetch.base();
		if (base == null) {
			return new FetchResult.Failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 304));
		}
		String etag = headers.first("ETag");
		if (etag != null && !etag.equals(base.head().etag())) {
			fetch.store(() -> forget(base));
			return new FetchResult.Superseded();
		}
		Head renewed = renewed(base.head(), headers, requestedAt, this.clock.instant());
		if (!fetch.lookup().kept(renewed.headers()).equals(renewed.key())) {
			// It depends on more than was known.
			fetch.store(() -> forget(base));
			return new FetchResult.Superseded();
		}
		fetch.store(() -> this.shelf.renew(base, renewed));
		return new FetchResult.Renewed(base);
	}

	public static Head renewed(Head base, Headers headers, Instant requestedAt, Instant receivedAt) {
		Headers merged = dated(base.headers().updatedBy(headers), headers, receivedAt);
		return base.renewed(merged, receivedAt, Freshness.initialAge(headers, requestedAt, receivedAt));
	}

	// Renewals may come faster than the disk can force them.
	private void saveSoon(@Nullable StoredObject base) {
		if (base != null) {
			this.shelf.saveSoon(base);
		}
	}

	private void forget(@Nullable StoredObject base) {
		if (base != null) {
			this.shelf.drop(base);
		}
	}

	private boolean take(Fetch fetch, FirstRequest request, OriginAnswer.Content content, Instant requestedAt) {
		Instant receivedAt = this.clock.instant();
		if (content.status() != 200 && request.isWhole()) {
			content.body().close();
			fetch.decide(new FetchResult.Failed(
					new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, content.status())));
			return true;
		}
		Headers headers = dated(content.headers(), content.headers(), receivedAt);
		Lookup lookup = fetch.lookup();
		Head head = new Head(lookup.kept(headers), headers, receivedAt,
				Freshness.initialAge(headers, requestedAt, receivedAt));
		Storability storability = Storability.of(content.status(), headers);
		boolean storable = storability.allows(lookup.client().sent()) && content.delimited();
		if (!storability.forAnybody() || !content.delimited() || !head.key().equals(lookup.key())) {
			fetch.store(() -> forget(fetch.base()));
		}
		if (storable && this.intake.take(fetch, request, content, head)) {
			return true;
		}
		if (content.status() != 200 && !(request.isMetBy(content) && isStrong(lookup, head))) {
			// Such a part is of no use to anybody.
			content.body().close();
			return false;
		}
		if (storable) {
			// Nobody is to get an older version after this one.
			fetch.store(() -> forget(fetch.base()));
		}
		unshared(fetch, content);
		return true;
	}

	private static boolean isStrong(Lookup lookup, Head head) {
		return new OriginSource(lookup.asked(), head.key().object(), head.etag(), -1).isStrong();
	}

	private static void unshared(Fetch fetch, OriginAnswer answer) {
		if (fetch.isBackground()) {
			close(answer);
		}
		fetch.decide(new FetchResult.Unshared(answer));
	}

	private static void close(OriginAnswer answer) {
		if (answer instanceof OriginAnswer.Content content) {
			content.body().close();
		}
		else if (answer instanceof OriginAnswer.Foreign foreign) {
			foreign.body().close();
		}
	}

	public static Headers dated(Headers headers, Headers newer, Instant receivedAt) {
		boolean dated = HttpDate.single(newer, "Date") != null;
		return dated ? headers : headers.with("Date", HttpDate.format(receivedAt));
	}

}
