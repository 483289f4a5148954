package cellar.gateway.fetch;

import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Age;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;
import cellar.gateway.origin.MemoryBody;
import cellar.gateway.origin.OriginBody;

/**
 * Answers that are no objects, redirects and refusals for instance, for as long as they
 * are fresh and in memory only.
 */
public class SmallAnswers {

	/** Bytes of the longest body that is kept. */
	static final int LONGEST = 64 * 1024;

	private static final int BOUND = 16 * 1024 * 1024;

	private static final int OVERHEAD = 1024;

	// Looked at before every look for a copy, so that looks must not wait for each other.
	private final com.github.benmanes.caffeine.cache.Cache<Key, Kept> answers = Caffeine.newBuilder()
		.maximumWeight(BOUND)
		.weigher((Key key, Kept kept) -> 2 * key.object().length() + kept.weight())
		.build();

	public @Nullable Kept get(Key key, Instant now) {
		Kept kept = this.answers.getIfPresent(key);
		return (kept != null && kept.isFresh(now)) ? kept : null;
	}

	void put(Key key, Kept answer) {
		this.answers.put(key, answer);
	}

	public void remove(Selection selection) {
		this.answers.asMap().keySet().removeIf(selection::matches);
	}

	/**
	 * One answer.
	 *
	 * @param status its status
	 * @param headers its headers
	 * @param content its body
	 * @param receivedAt when it came
	 * @param initialAge how old it was then
	 * @param until when it stops being fresh
	 */
	public record Kept(int status, Headers headers, byte[] content, Instant receivedAt, Duration initialAge,
			Instant until) {

		public Duration age(Instant now) {
			return Age.of(this.receivedAt, this.initialAge, now);
		}

		public Freshness freshness() {
			Duration lifetime = age(this.until);
			return new Freshness(lifetime, Duration.ZERO, Duration.ZERO);
		}

		boolean isFresh(Instant now) {
			return freshness().isFresh(age(now));
		}

		int weight() {
			int weight = this.content.length + OVERHEAD;
			for (Headers.Field field : this.headers.fields()) {
				weight += 2 * (field.name().length() + field.value().length());
			}
			return weight;
		}

		public OriginBody body() {
			return new MemoryBody(this.content);
		}

	}

}
