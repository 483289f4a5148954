package cellar.gateway.lookup;

import org.jspecify.annotations.Nullable;

import cellar.gateway.header.Headers;

/**
 * What describes an object.
 *
 * @param headers its headers, as the origin sent them
 * @param length its bytes, or -1 while only its end will tell
 */
public record Representation(Headers headers, long length) {

	public @Nullable String etag() {
		return this.headers.first("ETag");
	}

	public @Nullable String lastModified() {
		return this.headers.first("Last-Modified");
	}

}
