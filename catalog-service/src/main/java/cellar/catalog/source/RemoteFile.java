package cellar.catalog.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What another server answers. Its body is read as it comes; who closes it early breaks
 * off the connection.
 *
 * @param url where it came from, after redirects
 * @param status its status, below 400
 * @param headers its headers
 * @param body its bytes as they were sent
 * @param response what has to be closed
 */
public record RemoteFile(URI url, int status, HttpHeaders headers, InputStream body,
		ClientHttpResponse response) implements Closeable {

	private static final Duration STRONG_AFTER = Duration.ofMinutes(1);

	static RemoteFile of(URI url, ClientHttpResponse response) throws IOException {
		return new RemoteFile(url, response.getStatusCode().value(), response.getHeaders(), response.getBody(),
				response);
	}

	/**
	 * Returns what names these bytes and no others (RFC 9110, 13.1.5): a strong entity
	 * tag or, where there is no tag at all, the time of the last change, if that was long
	 * enough ago that nothing was changed twice within it (8.8.2.2).
	 * @return the validator, or null if there is none
	 */
	public @Nullable String validator() {
		String tag = this.headers.getETag();
		if (tag != null) {
			return tag.startsWith("\"") ? tag : null;
		}
		return isOldEnough() ? this.headers.getFirst(HttpHeaders.LAST_MODIFIED) : null;
	}

	private boolean isOldEnough() {
		try {
			long changed = this.headers.getLastModified();
			return changed >= 0 && this.headers.getDate() - changed >= STRONG_AFTER.toMillis();
		}
		catch (IllegalArgumentException ex) {
			// A date that is none.
			return false;
		}
	}

	@Override
	public void close() {
		this.response.close();
	}

}
