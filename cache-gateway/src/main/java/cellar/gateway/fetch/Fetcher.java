package cellar.gateway.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.Portion;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginRequest;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;

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

	private final Renewal renewal;

	private final Reception reception;

	private final OtherAnswers others;

	private final FillLimits limits;

	private final int sliceSize;

	private final Clock clock;

	public Fetcher(Shelf shelf, OtherAnswers others, FillLimits limits, int sliceSize, Clock clock) {
		this.shelf = shelf;
		this.renewal = new Renewal(shelf, clock);
		this.reception = new Reception(shelf, new Intake(shelf, limits, sliceSize), clock);
		this.others = others;
		this.limits = limits;
		this.sliceSize = sliceSize;
		this.clock = clock;
	}

	void run(Fetch fetch) {
		Portion portion = fetch.isBackground() ? BEGINNING : fetch.lookup().portion();
		portion = fetch.lookup().isIdentified() ? Portion.ALL : portion;
		FirstRequest request = FirstRequest.of(portion, this.sliceSize, this.limits.stretch());
		while (request != null) {
			request = attempt(fetch, request);
		}
	}

	/**
	 * Asks the origin.
	 * @param fetch for what
	 * @param request for which part
	 * @return what it has to be asked for instead, if anything
	 */
	private @Nullable FirstRequest attempt(Fetch fetch, FirstRequest request) {
		Instant requestedAt = this.clock.instant();
		OriginAnswer answer = ask(fetch, request);
		switch (answer) {
			case OriginAnswer.Content content -> {
				return this.reception.take(fetch, request, content, requestedAt) ? null
						: FirstRequest.whole(this.sliceSize);
			}
			case OriginAnswer.NotModified good -> this.renewal.take(fetch, good.headers(), requestedAt);
			case OriginAnswer.Absent absent -> {
				fetch.dropBase(this.shelf);
				fetch.decide(this.others.absent(fetch, absent.status(), absent.status(), absent.headers()));
			}
			// The copy stays: a store says this of everything when a key has expired.
			case OriginAnswer.Denied _ when spare(fetch) ->
				fetch.decide(new FetchResult.Absent(404, 403, false, false));
			case OriginAnswer.Denied _ -> fetch.decide(this.others.absent(fetch, 404, 403, Headers.of()));
			case OriginAnswer.Foreign foreign when foreign.status() == 416 && !request.isWhole() -> {
				foreign.body().close();
				return request.afterRefusal();
			}
			case OriginAnswer.Foreign foreign when !tellsOfTheObject(foreign.status()) && spare(fetch) ->
				this.reception.leave(fetch, foreign);
			case OriginAnswer.Foreign foreign -> {
				if (tellsOfTheObject(foreign.status())) {
					fetch.dropBase(this.shelf);
				}
				FetchResult kept = this.others.foreign(fetch, foreign, requestedAt);
				if (kept != null) {
					fetch.decide(kept);
				}
				else {
					this.reception.leave(fetch, foreign);
				}
			}
			case OriginAnswer.Failure failure when failure.status() == 416 && !request.isWhole() -> {
				return request.afterRefusal();
			}
			case OriginAnswer.Failure failure -> {
				spare(fetch);
				fetch.decide(new FetchResult.Failed(failure));
			}
		}
		return null;
	}

	/**
	 * Leaves the origin alone for a while, and does not tell clients what it says, where
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
		Headers headers = (base != null) ? base.head().conditions() : Headers.of();
		String range = request.range();
		return fetch.lookup()
			.asked()
			.fetch(new OriginRequest(OriginRequest.Method.GET, fetch.lookup().key().object(),
					(range != null) ? headers.with("Range", range) : headers));
	}

}
