package cellar.gateway.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.HttpDate;
import cellar.gateway.origin.Headers;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginRequest;

/**
 * Carries out fetches: asks the origin once and decides what its answer means for the
 * copy at hand and for those who wait.
 */
class Fetcher {

	private static final Logger logger = LoggerFactory.getLogger(Fetcher.class);

	private final Shelf shelf;

	private final NegativeCache negatives;

	private final Clock clock;

	Fetcher(Shelf shelf, NegativeCache negatives, Clock clock) {
		this.shelf = shelf;
		this.negatives = negatives;
		this.clock = clock;
	}

	void run(Fetch fetch) {
		Instant requestedAt = this.clock.instant();
		Entry base = fetch.base();
		OriginAnswer answer = fetch.lookup()
			.origin()
			.fetch(new OriginRequest(OriginRequest.Method.GET, fetch.lookup().key().object(), conditions(base)));
		switch (answer) {
			case OriginAnswer.Content content -> take(fetch, content, requestedAt);
			case OriginAnswer.NotModified good -> fetch.decide(renew(fetch, base, good.headers(), requestedAt));
			case OriginAnswer.Absent absent -> {
				fetch.store(() -> forget(base));
				fetch.decide(absent(fetch, absent.status(), absent.status()));
			}
			// The copy stays: a store says this of everything when a key has expired.
			case OriginAnswer.Denied _ -> fetch.decide(absent(fetch, 404, 403));
			case OriginAnswer.Foreign foreign -> {
				// A refusal tells of the caller, a redirect of the object.
				if (foreign.status() < 400) {
					fetch.store(() -> forget(base));
				}
				unshared(fetch, foreign);
			}
			case OriginAnswer.Failure failure -> fetch.decide(new FetchResult.Failed(failure));
		}
	}

	static Headers conditions(@Nullable Entry base) {
		List<Headers.Field> conditions = new ArrayList<>();
		if (base != null && base.object().representation().etag() instanceof String etag) {
			conditions.add(new Headers.Field("If-None-Match", etag));
		}
		if (base != null && base.object().representation().lastModified() instanceof String lastModified) {
			conditions.add(new Headers.Field("If-Modified-Since", lastModified));
		}
		return new Headers(conditions);
	}

	private FetchResult absent(Fetch fetch, int code, int originStatus) {
		Instant until = this.clock.instant().plus(fetch.lookup().policy().negativeTtl());
		fetch.store(() -> this.negatives.put(fetch.lookup().key(), new NegativeCache.Absence(code, until)));
		return new FetchResult.Absent(code, originStatus);
	}

	private FetchResult renew(Fetch fetch, @Nullable Entry base, Headers headers, Instant requestedAt) {
		if (base == null) {
			return new FetchResult.Failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 304));
		}
		String etag = headers.first("ETag");
		if (etag != null && !etag.equals(base.object().representation().etag())) {
			fetch.store(() -> forget(base));
			return new FetchResult.Superseded();
		}
		Entry renewed = base.renewed(renewed(base, headers, requestedAt, this.clock.instant()));
		fetch.store(() -> this.shelf.renew(base, renewed));
		return new FetchResult.Renewed(renewed);
	}

	static StoredObject renewed(Entry base, Headers headers, Instant requestedAt, Instant receivedAt) {
		Headers merged = dated(base.object().headers().updatedBy(headers), headers, receivedAt);
		return base.object().renewed(merged, receivedAt, Freshness.initialAge(headers, requestedAt, receivedAt));
	}

	private void forget(@Nullable Entry base) {
		if (base != null) {
			this.shelf.drop(base);
		}
	}

	private void take(Fetch fetch, OriginAnswer.Content content, Instant requestedAt) {
		Instant receivedAt = this.clock.instant();
		if (content.status() != 200) {
			content.body().close();
			fetch.decide(new FetchResult.Failed(
					new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, content.status())));
			return;
		}
		Headers headers = dated(content.headers(), content.headers(), receivedAt);
		if (!Freshness.of(headers, fetch.lookup().policy()).storable() || !content.delimited()) {
			fetch.store(() -> forget(fetch.base()));
			unshared(fetch, content);
			return;
		}
		StoredObject head = new StoredObject(fetch.lookup().key(), "", headers, content.length(), 0, receivedAt,
				Freshness.initialAge(headers, requestedAt, receivedAt));
		Reservation reservation = this.shelf.reserve(content.length(), RecordCodec.size(head));
		FileChannel channel = (reservation != null) ? create(reservation) : null;
		if (reservation == null || channel == null) {
			unshared(fetch, content);
			return;
		}
		StoredObject draft = head.named(reservation.generation());
		try (OriginBody body = content.body(); reservation) {
			GrowingFile file = new GrowingFile(channel);
			fetch.decide(new FetchResult.Shared(draft.representation(), file));
			new Fill(this.shelf, fetch, draft, file, reservation).run(body);
		}
	}

	private @Nullable FileChannel create(Reservation reservation) {
		try {
			return this.shelf.store().create(reservation.generation());
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache file cannot be created");
			reservation.close();
			return null;
		}
	}

	private static void unshared(Fetch fetch, OriginAnswer answer) {
		FetchResult.Unshared result = new FetchResult.Unshared(answer, new AtomicBoolean());
		if (fetch.isBackground() && result.take()) {
			close(answer);
		}
		fetch.decide(result);
	}

	private static void close(OriginAnswer answer) {
		if (answer instanceof OriginAnswer.Content content) {
			content.body().close();
		}
		else if (answer instanceof OriginAnswer.Foreign foreign) {
			foreign.body().close();
		}
	}

	private static Headers dated(Headers headers, Headers newer, Instant receivedAt) {
		return (newer.first("Date") != null) ? headers : headers.with("Date", HttpDate.format(receivedAt));
	}

}
