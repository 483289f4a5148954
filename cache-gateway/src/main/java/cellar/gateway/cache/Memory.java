package cellar.gateway.cache;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.fetch.NegativeCache;
import cellar.gateway.fetch.SmallAnswers;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.index.Key;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;

/**
 * What can be answered without a look at the disk.
 *
 * @param negatives what is known not to exist
 * @param answers what is known to be no object
 */
record Memory(NegativeCache negatives, SmallAnswers answers) {

	boolean knows(Key key, Instant now) {
		return this.negatives.get(key, now) != null || this.answers.get(key, now) != null;
	}

	@Nullable Reply find(Lookup lookup, Instant now) {
		NegativeCache.Absence absence = this.negatives.get(lookup.key(), now);
		if (absence != null && isGoodEnough(lookup, absence.age(now), absence.freshness())) {
			return new Reply.Absent(absence.code(), CacheStatus.hit(seconds(now, absence.until())));
		}
		SmallAnswers.Kept kept = this.answers.get(lookup.key(), now);
		return (kept != null && isGoodEnough(lookup, kept.age(now), kept.freshness()))
				? PassThrough.remembered(lookup, kept, kept.age(now), CacheStatus.hit(seconds(now, kept.until())))
				: null;
	}

	private static boolean isGoodEnough(Lookup lookup, Duration age, Freshness freshness) {
		return !lookup.policy().heedsClients() || lookup.client().wishes().accept(age, freshness);
	}

	private static long seconds(Instant now, Instant until) {
		return Duration.between(now, until).toSeconds();
	}

}
