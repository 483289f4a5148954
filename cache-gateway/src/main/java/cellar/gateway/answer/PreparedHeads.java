package cellar.gateway.answer;

import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Reply;

/**
 * The heads of answers that give all of an object from store. They are the same for a
 * second, and for as long they are not put together again.
 */
@Component
public class PreparedHeads {

	private static final int BOUND = 10_000;

	// By the very headers of a version, so that another one never gets its head.
	private final Cache<Headers, Prepared> heads = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(BOUND)
		// Less work than to wake a thread for it.
		.executor(Runnable::run)
		.build();

	/**
	 * Looks for a head.
	 * @param found the object
	 * @param added what every answer of the route has
	 * @return the head, which cannot be changed, or {@code null} if there is none yet
	 */
	public @Nullable MultiMap get(Reply.Found found, Map<String, String> added) {
		Prepared known = this.heads.getIfPresent(found.representation().headers());
		return (known != null && known.fits(found, added)) ? known.head() : null;
	}

	/**
	 * Keeps a head for those who come next.
	 * @param found the object
	 * @param added what every answer of the route has
	 * @param head the head
	 */
	public void put(Reply.Found found, Map<String, String> added, MultiMap head) {
		this.heads.put(found.representation().headers(),
				new Prepared(ageOf(found), found.status(), added, head.copy(false)));
	}

	private static long ageOf(Reply.Found found) {
		return (found.age() != null) ? found.age().toSeconds() : -1;
	}

	/**
	 * A head and what it was put together of.
	 *
	 * @param age the age that it tells, in seconds, or -1 for none
	 * @param status the status that it tells
	 * @param added what the route adds
	 * @param head all fields
	 */
	private record Prepared(long age, CacheStatus status, Map<String, String> added, MultiMap head) {

		boolean fits(Reply.Found found, Map<String, String> others) {
			return this.age == ageOf(found) && this.added == others && this.status.equals(found.status());
		}

	}

}
