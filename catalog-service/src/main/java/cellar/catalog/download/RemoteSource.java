package cellar.catalog.download;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import cellar.catalog.source.Deadline;
import cellar.catalog.source.RemoteFile;
import cellar.catalog.source.RemoteFiles;
import cellar.catalog.source.SourceException;

/**
 * A file on a server of somebody else, asked for whole or from some byte on.
 *
 * @param files asks for it
 * @param url where it is
 */
record RemoteSource(RemoteFiles files, URI url) {

	/** From the connection to the last header, redirects included. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int OK = 200;

	private static final int PARTIAL = 206;

	RemoteFile whole() {
		RemoteFile file = ask(headers());
		if (file.status() != OK) {
			file.close();
			throw SourceException.lasting("The address answered " + file.status());
		}
		String type = file.headers().getFirst(HttpHeaders.CONTENT_TYPE);
		if (type != null && type.startsWith("text/html")) {
			file.close();
			throw SourceException.lasting("The address answers with a page, not with a file");
		}
		return file;
	}

	/**
	 * Asks for the rest of a file.
	 * @param position the first byte
	 * @param size bytes of the whole file
	 * @param validator names the file whose rest is wanted
	 * @return the rest
	 * @throws SourceException if the server does not give it
	 */
	RemoteFile rest(long position, long size, String validator) {
		HttpHeaders wanted = headers();
		wanted.set(HttpHeaders.RANGE, "bytes=" + position + "-");
		wanted.set(HttpHeaders.IF_RANGE, validator);
		RemoteFile rest = ask(wanted);
		String expected = "bytes %d-%d/%d".formatted(position, size - 1, size);
		@Nullable String range = rest.headers().getFirst(HttpHeaders.CONTENT_RANGE);
		if (rest.status() == PARTIAL && expected.equals(range) && validator.equals(rest.validator())) {
			return rest;
		}
		rest.close();
		throw SourceException.changed("The connection broke after %d of %d bytes, and the server does not give the rest"
			.formatted(position, size));
	}

	private RemoteFile ask(HttpHeaders wanted) {
		return Deadline.within(PATIENCE, () -> this.files.open(this.url, wanted));
	}

	private static HttpHeaders headers() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.ACCEPT, "*/*");
		headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
		return headers;
	}

}
