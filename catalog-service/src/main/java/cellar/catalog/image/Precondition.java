package cellar.catalog.image;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What <code>If-Match</code> asks for.
 *
 * @param tags entity tags; empty means any
 */
record Precondition(Set<String> tags) {

	static Precondition of(@Nullable String header) {
		if (header == null || header.isBlank()) {
			throw new MissingException();
		}
		if ("*".equals(header.strip())) {
			return new Precondition(Set.of());
		}
		return new Precondition(Stream.of(header.split(",")).map(String::strip).collect(Collectors.toSet()));
	}

	void check(ImageDocument current) {
		if (!this.tags.isEmpty() && !this.tags.contains(current.etag())) {
			throw new FailedException(current.etag());
		}
	}

	static class MissingException extends RuntimeException {

	}

	static class FailedException extends RuntimeException {

		FailedException(String current) {
			super("The image has changed; its ETag is " + current + " now. Read it again and repeat the change");
		}

	}

}
