package cellar.catalog.description;

import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying an image.
 *
 * @param result how it went
 * @param against what it was tried with, such as {@code eucalyptus 3.4}; one line of at
 * most 64 characters
 * @param at the day, if that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(@NotNull Result result, @Nullable @Size(max = 64) @OneLine String against,
		@Nullable LocalDate at) {

	/**
	 * How a trial went.
	 */
	public enum Result {

		/** The image starts and can be used. */
		PASSED,

		/** It does not. */
		FAILED,

		/** Nobody knows yet. */
		PENDING;

		/**
		 * Returns the name that requests and documents use, as eustore's catalogs do.
		 * @return the name in lower case
		 */
		@JsonValue
		public String label() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
