package cellar.gateway.fetch;

import java.time.Clock;
import java.time.Instant;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.Storability;
import cellar.gateway.head.Head;
import cellar.gateway.header.EntityTag;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.store.Shelf;

/**
 * Receives objects: into the store if they may be kept, else for the client alone who had
 * them asked for.
 */
final class Reception {

	private final Shelf shelf;

	private final Intake intake;

	private final Clock clock;

	Reception(Shelf shelf, Intake intake, Clock clock) {
		this.shelf = shelf;
		this.intake = intake;
		this.clock = clock;
	}

	/**
	 * Takes an object or a part of it.
	 * @param fetch whose answer it is
	 * @param request what was asked for
	 * @param content the answer, whose body goes over to this
	 * @param requestedAt when it was asked for
	 * @return {@code false} if all of the object has to be asked for instead
	 */
	boolean take(Fetch fetch, FirstRequest request, OriginAnswer.Content content, Instant requestedAt) {
		if (content.status() != 200 && request.isWhole()) {
			content.body().close();
			fetch.decide(new FetchResult.Failed(
					new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, content.status())));
			return true;
		}
		Lookup lookup = fetch.lookup();
		Head head = head(lookup, content, requestedAt);
		Storability storability = Storability.of(content.status(), head.headers());
		boolean storable = storability.allows(lookup.client().sent()) && content.delimited();
		if (!storability.forAnybody() || !content.delimited() || !head.key().equals(lookup.key())) {
			fetch.dropBase(this.shelf);
		}
		if (storable && this.intake.take(fetch, request, content, head)) {
			return true;
		}
		if (content.status() != 200 && !(request.isMetBy(content) && EntityTag.isStrong(head.etag()))) {
			// Such a part is of no use to anybody.
			content.body().close();
			return false;
		}
		if (storable) {
			// Nobody is to get an older version after this one.
			fetch.dropBase(this.shelf);
		}
		leave(fetch, content);
		return true;
	}

	private Head head(Lookup lookup, OriginAnswer.Content content, Instant requestedAt) {
		Instant receivedAt = this.clock.instant();
		Headers headers = HttpDate.dated(content.headers(), receivedAt);
		return new Head(lookup.kept(headers), headers, receivedAt,
				Freshness.initialAge(headers, requestedAt, receivedAt));
	}

	/**
	 * Leaves an answer to the client who had it asked for, if there is one.
	 * @param fetch whose answer it is
	 * @param answer the answer
	 */
	void leave(Fetch fetch, OriginAnswer answer) {
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

}
