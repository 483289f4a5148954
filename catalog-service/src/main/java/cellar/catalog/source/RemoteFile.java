package cellar.catalog.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

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

	static RemoteFile of(URI url, ClientHttpResponse response) throws IOException {
		return new RemoteFile(url, response.getStatusCode().value(), response.getHeaders(), response.getBody(),
				response);
	}

	/**
	 * Returns what names these bytes and no others (RFC 9110, 13.1.5): a strong entity
	 * tag or, where there is none, the time of the last change.
	 * @return the validator, or null if there is none
	 */
	public @Nullable String validator() {
		String tag = this.headers.getETag();
		if (tag != null && tag.startsWith("\"")) {
			return tag;
		}
		return this.headers.getFirst(HttpHeaders.LAST_MODIFIED);
	}

	@Override
	public void close() {
		this.response.close();
	}

}
