package cellar.catalog.image;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What {@code If-Match} asks for.
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

	boolean isMetBy(long revision) {
		return this.tags.isEmpty() || this.tags.contains(EntityTag.of(revision));
	}

	/**
	 * Thrown when a request says nothing of what it means to change.
	 */
	static class MissingException extends RuntimeException {

	}

}
