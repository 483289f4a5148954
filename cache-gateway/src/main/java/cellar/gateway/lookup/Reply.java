package cellar.gateway.lookup;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.head.Head;
import cellar.gateway.header.Headers;

/**
 * An answer of the cache.
 */
public sealed interface Reply {

	CacheStatus status();

	/**
	 * Returns the bytes that belong to the answer.
	 * @return the body, to be closed
	 */
	default Body body() {
		return Body.EMPTY;
	}

	/**
	 * The object.
	 *
	 * @param representation what describes it
	 * @param age its age, if it comes from store
	 * @param status how it was found
	 * @param body its bytes; to be closed
	 */
	record Found(Representation representation, @Nullable Duration age, CacheStatus status,
			Body body) implements Reply {

		/**
		 * Makes an answer from store.
		 * @param head what is known of the copy
		 * @param length its bytes
		 * @param now the time
		 * @param status how it was found
		 * @param body its bytes
		 * @return the answer
		 */
		public static Found of(Head head, long length, Instant now, CacheStatus status, Body body) {
			return new Found(new Representation(head.headers(), length), head.age(now), status, body);
		}

		/**
		 * Makes an answer that has just come, which is as old as its origin says.
		 * @param representation what describes it
		 * @param status how it was found
		 * @param body its bytes
		 * @return the answer
		 */
		public static Found forwarded(Representation representation, CacheStatus status, Body body) {
			return new Found(representation, Freshness.toldAge(representation.headers()), status, body);
		}

		/**
		 * Returns this answer, found in another way.
		 * @param other how
		 * @return the answer
		 */
		public Found with(CacheStatus other) {
			return new Found(this.representation, this.age, other, this.body);
		}

		/**
		 * Returns this answer as one that has just come.
		 * @return the answer
		 */
		public Found forwarded() {
			return forwarded(this.representation, this.status, this.body);
		}

	}

	/**
	 * There is no such object for the likes of the caller.
	 *
	 * @param code 404 or 410
	 * @param status how that is known
	 */
	record Absent(int code, CacheStatus status) implements Reply {

	}

	/**
	 * Something that the origin wants the client to see.
	 *
	 * @param code the status, 3xx or 4xx
	 * @param headers end-to-end headers
	 * @param length bytes of the body, or -1 when only its end will tell
	 * @param age its age, if it comes from store
	 * @param status how it was got
	 * @param body the bytes; to be closed
	 */
	record Foreign(int code, Headers headers, long length, @Nullable Duration age, CacheStatus status,
			Body body) implements Reply {

	}

	/**
	 * There is no copy that may be used, and the client does not want the origin asked.
	 *
	 * @param status what is known
	 */
	record NotCached(CacheStatus status) implements Reply {

	}

	/**
	 * The origin failed and there is no copy that may stand in.
	 *
	 * @param timeout whether it took too long
	 * @param status what is known
	 */
	record Failed(boolean timeout, CacheStatus status) implements Reply {

	}

}
