package cellar.gateway.fetch;

import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Age;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;

/**
 * What is known not to exist, for a short while and in memory only.
 */
public class NegativeCache {

	private static final int BOUND = 10_000;

	// Every hit looks here first, so that looks must not wait for each other.
	private final com.github.benmanes.caffeine.cache.Cache<Key, Absence> absences = Caffeine.newBuilder()
		.maximumSize(BOUND)
		.build();

	public @Nullable Absence get(Key key, Instant now) {
		Absence absence = this.absences.getIfPresent(key);
		return (absence != null && absence.isFresh(now)) ? absence : null;
	}

	void put(Key key, Absence absence) {
		this.absences.put(key, absence);
	}

	public void remove(Selection selection) {
		this.absences.asMap().keySet().removeIf(selection::matches);
	}

	/**
	 * One object that is not there.
	 *
	 * @param code 404 or 410
	 * @param receivedAt when the origin said so
	 * @param until when that is to be asked again
	 */
	public record Absence(int code, Instant receivedAt, Instant until) {

		public Duration age(Instant now) {
			return Age.of(this.receivedAt, Duration.ZERO, now);
		}

		public Freshness freshness() {
			return new Freshness(Duration.between(this.receivedAt, this.until), Duration.ZERO, Duration.ZERO);
		}

		boolean isFresh(Instant now) {
			return freshness().isFresh(age(now));
		}

	}

}
