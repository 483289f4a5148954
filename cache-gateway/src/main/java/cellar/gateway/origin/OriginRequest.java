package cellar.gateway.origin;

import cellar.gateway.header.Headers;

/**
 * One request to an origin.
 *
 * @param method GET or HEAD
 * @param object the decoded object key, followed by {@code ?query} where the origin is
 * named by query
 * @param headers conditions and range
 */
public record OriginRequest(Method method, String object, Headers headers) {

	/**
	 * The methods that a cache needs.
	 */
	public enum Method {

		/** Asks for the object. */
		GET,

		/** Asks for what describes the object. */
		HEAD

	}

}
