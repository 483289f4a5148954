package cellar.gateway.origin;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.ContentRange;
import cellar.gateway.header.Headers;

/**
 * What came of one request to an origin.
 */
public sealed interface OriginAnswer {

	/**
	 * The object or a part of it.
	 *
	 * @param status 200 or 206
	 * @param headers end-to-end headers, those of the store's own bookkeeping removed
	 * @param length how many bytes the body has, or -1 when only its end will tell
	 * @param delimited whether a body that broke off can be told from a complete one
	 * @param part which part this is, where it is one and the origin says which
	 * @param body the bytes; to be closed by whoever receives the answer
	 */
	record Content(int status, Headers headers, long length, boolean delimited, @Nullable ContentRange part,
			OriginBody body) implements OriginAnswer {

	}

	/**
	 * The copy that the request named by its conditions is still good.
	 *
	 * @param headers the headers to renew
	 */
	record NotModified(Headers headers) implements OriginAnswer {

	}

	/**
	 * There is no such object.
	 *
	 * @param status 404 or 410
	 * @param headers what it says of that
	 */
	record Absent(int status, Headers headers) implements OriginAnswer {

		public Absent(int status) {
			this(status, Headers.of());
		}

	}

	/**
	 * The store keeps the object to itself. It says the same of objects that do not exist
	 * to callers who may not list the bucket.
	 */
	record Denied() implements OriginAnswer {

	}

	/**
	 * An answer of an HTTP server that is for the client, not for a cache: a redirect or
	 * a refusal.
	 *
	 * @param status the status, 3xx or 4xx
	 * @param headers end-to-end headers
	 * @param length how many bytes the body has, or -1 when only its end will tell
	 * @param body the bytes; to be closed by whoever receives the answer
	 */
	record Foreign(int status, Headers headers, long length, OriginBody body) implements OriginAnswer {

	}

	/**
	 * No usable answer.
	 *
	 * @param kind what went wrong
	 * @param status the status the origin answered, or 0 if it did not
	 */
	record Failure(Kind kind, int status) implements OriginAnswer {

		/**
		 * Kinds of failures.
		 */
		public enum Kind {

			/** No connection, or one that broke before the answer began. */
			UNREACHABLE,

			/** No answer within the time limit. */
			TIMEOUT,

			/** An answer that means trouble over there. */
			STATUS,

			/** Not asked, because it failed lately. */
			CIRCUIT_OPEN,

			/** Not asked, because too much is asked of it already. */
			OVERLOADED

		}

	}

}
