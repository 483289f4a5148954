package cellar.gateway.fetch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.Storability;
import cellar.gateway.header.Headers;
import cellar.gateway.header.HttpDate;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;

/**
 * Remembers what origins say instead of giving an object.
 */
public class OtherAnswers {

	private final NegativeCache negatives;

	private final SmallAnswers answers;

	private final Clock clock;

	public OtherAnswers(NegativeCache negatives, SmallAnswers answers, Clock clock) {
		this.negatives = negatives;
		this.answers = answers;
		this.clock = clock;
	}

	/**
	 * Remembers that there is no such object.
	 * @param fetch whose answer that is
	 * @param code what clients get to hear
	 * @param originStatus what the origin said
	 * @param headers what else it said
	 * @return what that means for those who wait
	 */
	FetchResult absent(Fetch fetch, int code, int originStatus, Headers headers) {
		Lookup lookup = fetch.lookup();
		Duration lifetime = Freshness.ofAbsence(headers, lookup.policy());
		boolean forAll = isForAll(lookup, code, headers);
		boolean kept = forAll && lifetime.isPositive();
		if (kept) {
			Instant now = this.clock.instant();
			fetch.store(
					() -> this.negatives.put(lookup.key(), new NegativeCache.Absence(code, now, now.plus(lifetime))));
		}
		return new FetchResult.Absent(code, originStatus, kept, forAll || !lookup.origin().forwardsHeaders());
	}

	// Nothing is known of what varies as long as there is no object.
	private static boolean isForAll(Lookup lookup, int status, Headers headers) {
		return Storability.of(status, headers).allows(lookup.client().sent())
				&& lookup.kept(headers).equals(lookup.key());
	}

	/**
	 * Takes an answer that is for clients, if it may be kept and is short.
	 * @param fetch whose answer it is
	 * @param foreign the answer, whose body goes over to this if it is kept
	 * @param requestedAt when it was asked for
	 * @return what that means for those who wait, or {@code null} if it is not kept
	 */
	@Nullable FetchResult foreign(Fetch fetch, OriginAnswer.Foreign foreign, Instant requestedAt) {
		Lookup lookup = fetch.lookup();
		Instant now = this.clock.instant();
		Headers headers = HttpDate.dated(foreign.headers(), now);
		Duration age = Freshness.initialAge(headers, requestedAt, now);
		Duration left = lifetime(lookup, foreign.status(), headers).minus(age);
		boolean small = foreign.status() == 204 || (foreign.length() >= 0 && foreign.length() <= SmallAnswers.LONGEST);
		if (!small || !left.isPositive() || !isForAll(lookup, foreign.status(), headers)) {
			return null;
		}
		try (OriginBody body = foreign.body()) {
			SmallAnswers.Kept kept = new SmallAnswers.Kept(foreign.status(), headers, body.readAll(), now, age,
					now.plus(left));
			fetch.store(() -> this.answers.put(lookup.key(), kept));
			return new FetchResult.Remembered(kept);
		}
		catch (IOException ex) {
			return new FetchResult.Failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0));
		}
	}

	private static Duration lifetime(Lookup lookup, int status, Headers headers) {
		return (status == 404 || status == 410) ? Freshness.ofAbsence(headers, lookup.policy())
				: Freshness.of(headers, lookup.policy()).lifetime();
	}

}
