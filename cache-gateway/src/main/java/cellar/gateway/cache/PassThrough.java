package cellar.gateway.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import cellar.gateway.body.LiveBody;
import cellar.gateway.fetch.SmallAnswers;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.head.Head;
import cellar.gateway.header.ContentRange;
import cellar.gateway.header.EntityTag;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Forward;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;
import cellar.gateway.lookup.Representation;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginRequest;
import cellar.gateway.store.StoredObject;
import cellar.gateway.version.OriginSource;

/**
 * Answers that go past the store: what may not be kept, what does not fit, and what only
 * describes.
 */
class PassThrough {

	private final Clock clock;

	PassThrough(Clock clock) {
		this.clock = clock;
	}

	Reply get(Lookup lookup, Forward why) {
		return reply(lookup, ask(lookup, OriginRequest.Method.GET, Headers.of()), why);
	}

	private static OriginAnswer ask(Lookup lookup, OriginRequest.Method method, Headers headers) {
		return lookup.asked().fetch(new OriginRequest(method, lookup.key().object(), headers));
	}

	/**
	 * Turns an answer of the origin into one for the client.
	 * @param lookup what was wanted
	 * @param answer the answer
	 * @param why why it was asked
	 * @return the reply, which owns the answer's body
	 */
	Reply reply(Lookup lookup, OriginAnswer answer, Forward why) {
		return switch (answer) {
			case OriginAnswer.Content content -> content(lookup, content, why);
			case OriginAnswer.NotModified _ ->
				failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 304), why);
			case OriginAnswer.Absent absent ->
				new Reply.Absent(absent.status(), CacheStatus.forwarded(why, absent.status(), false, false));
			case OriginAnswer.Denied _ -> new Reply.Absent(404, CacheStatus.forwarded(why, 403, false, false));
			case OriginAnswer.Foreign foreign -> new Reply.Foreign(foreign.status(),
					HttpDate.dated(foreign.headers(), this.clock.instant()), foreign.length(),
					Freshness.toldAge(foreign.headers()), CacheStatus.forwarded(why, foreign.status(), false, false),
					live(lookup, new Representation(foreign.headers(), foreign.length()), foreign.body()));
			case OriginAnswer.Failure failure -> failed(failure, why);
		};
	}

	/**
	 * Turns an answer that was kept into one for the client.
	 * @param lookup what was wanted
	 * @param kept the answer
	 * @param age its age, if it is to be told
	 * @param status how it was got
	 * @return the reply
	 */
	static Reply remembered(Lookup lookup, SmallAnswers.Kept kept, @Nullable Duration age, CacheStatus status) {
		Representation representation = new Representation(kept.headers(), kept.content().length);
		return new Reply.Foreign(kept.status(), kept.headers(), representation.length(), age, status,
				live(lookup, representation, kept.body()));
	}

	private Reply content(Lookup lookup, OriginAnswer.Content content, Forward why) {
		ContentRange part = content.part();
		Headers headers = HttpDate.dated(content.headers(), this.clock.instant());
		Representation representation = new Representation(headers, (part != null) ? part.total() : content.length());
		boolean completable = representation.length() >= 0 && EntityTag.isStrong(representation.etag());
		if (content.status() != 200 && (part == null || !completable)) {
			content.body().close();
			return failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, content.status()), why);
		}
		return Reply.Found.forwarded(representation,
				CacheStatus.forwarded(why, (why == Forward.STALE) ? content.status() : 0, false, false),
				live(lookup, representation, content.body(), (part != null) ? part.first() : 0));
	}

	private static Body live(Lookup lookup, Representation representation, OriginBody body) {
		return live(lookup, representation, body, 0);
	}

	private static Body live(Lookup lookup, Representation representation, OriginBody body, long first) {
		return new LiveBody(source(lookup, representation), body, first);
	}

	private static OriginSource source(Lookup lookup, Representation representation) {
		return new OriginSource(lookup.asked(), lookup.key().object(), representation.etag(), representation.length());
	}

	static Reply failed(OriginAnswer.Failure failure, Forward why) {
		boolean timeout = failure.kind() == OriginAnswer.Failure.Kind.TIMEOUT;
		String detail = switch (failure.kind()) {
			case UNREACHABLE -> "origin-unreachable";
			case TIMEOUT -> "origin-timeout";
			case STATUS -> "origin-error";
			case CIRCUIT_OPEN -> "origin-circuit-open";
			case OVERLOADED -> "origin-overloaded";
		};
		return new Reply.Failed(timeout, CacheStatus.failed(why, failure.status(), detail));
	}

	/**
	 * Asks what describes an object. A copy that proves good is not renewed by that: only
	 * fetches change what is stored.
	 * @param lookup what is wanted
	 * @param copy the copy that is not used as it is, if there is one
	 * @param why why it is not
	 * @return the answer
	 */
	Reply head(Lookup lookup, @Nullable StoredObject copy, Forward why) {
		Instant requestedAt = this.clock.instant();
		Head known = (copy != null) ? copy.head() : null;
		OriginAnswer answer = ask(lookup, OriginRequest.Method.HEAD,
				(known != null) ? known.conditions() : Headers.of());
		if (copy == null || known == null) {
			return reply(lookup, answer, why);
		}
		long length = copy.slices().length();
		return switch (answer) {
			case OriginAnswer.NotModified good -> {
				Head renewed = known.renewed(good.headers(), requestedAt, this.clock.instant());
				yield described(lookup, renewed, length, (ttl) -> CacheStatus.revalidated(why, ttl, false));
			}
			case OriginAnswer.Failure failure when isUsableOnError(lookup, known) ->
				described(lookup, known, length, (ttl) -> CacheStatus.staleOnError(why, failure.status(), ttl));
			default -> reply(lookup, answer, why);
		};
	}

	private boolean isUsableOnError(Lookup lookup, Head head) {
		return Freshness.of(head.headers(), lookup.policy()).isUsableOnError(head.age(this.clock.instant()));
	}

	private Reply described(Lookup lookup, Head head, long length, LongFunction<CacheStatus> status) {
		Instant now = this.clock.instant();
		long ttl = Freshness.of(head.headers(), lookup.policy()).ttl(head.age(now));
		return Reply.Found.of(head, length, now, status.apply(ttl), Body.EMPTY);
	}

}
