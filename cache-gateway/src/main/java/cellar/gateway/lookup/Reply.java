package cellar.gateway.lookup;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

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
