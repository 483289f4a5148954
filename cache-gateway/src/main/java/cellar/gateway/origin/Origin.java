package cellar.gateway.origin;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;

/**
 * A place that objects are fetched from. Calls block until the head of the answer is
 * there, are made exactly once, and never throw for what the other side did.
 */
public interface Origin {

	OriginAnswer fetch(OriginRequest request);

	/**
	 * Asks what all of an object must come to, for those who have it in parts only.
	 * @param object its name
	 * @param etag the tag of the version that is meant
	 * @return what proves it, or {@code null} if nothing does
	 * @throws IOException if that cannot be told, just now or because the object is
	 * another one by now
	 */
	default @Nullable Proof proof(String object, String etag) throws IOException {
		return null;
	}

	/**
	 * Returns what makes two origins the same: entries of one are never served for
	 * another, even after the configuration behind a name has changed.
	 * @return a stable text that holds no secret
	 */
	String identity();

	/**
	 * Returns whether the query string is part of an object's name here.
	 * @return {@code true} if it is, {@code false} if it is to be dropped
	 */
	boolean namedByQuery();

	/**
	 * Returns whether what clients send is for the origin to see, so that its answers may
	 * depend on it.
	 * @return {@code true} if it is, {@code false} if it is asked in the gateway's own
	 * name
	 */
	default boolean forwardsHeaders() {
		return false;
	}

}
