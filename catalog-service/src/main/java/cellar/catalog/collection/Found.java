package cellar.catalog.collection;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Something in the store that a search tells of.
 *
 * @param id its row
 * @param bucket where it is
 * @param objectKey its key
 * @param multipartId the store's name of it, if it is an upload that never came to its
 * end
 * @param size bytes
 * @param modifiedAt when it was written
 * @param outcome what becomes of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Found(@JsonIgnore long id, String bucket, String objectKey, @Nullable String multipartId, long size,
		Instant modifiedAt, Outcome outcome) {

	/**
	 * What becomes of it.
	 */
	enum Outcome {

		/** It would go. */
		DUE,

		/** It goes. */
		MARKED,

		/** It is gone. */
		REMOVED,

		/** It stays. */
		UNKNOWN;

		static Optional<Outcome> named(String text) {
			return Stream.of(values()).filter((outcome) -> outcome.toString().equals(text)).findFirst();
		}

		@JsonValue
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
