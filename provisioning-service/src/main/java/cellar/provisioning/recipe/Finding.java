package cellar.provisioning.recipe;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing about rendered user data.
 *
 * @param severity how bad it is
 * @param line the line of the user data that it is about, or nothing where it is about
 * the whole
 * @param message what was found
 * @param fix what to do about it, or nothing where that is up to the reader
 */
public record Finding(Severity severity, @Nullable Integer line, String message, @Nullable String fix) {

	static Finding info(String message, @Nullable String fix) {
		return new Finding(Severity.INFO, null, message, fix);
	}

	static Finding warning(String message, String fix) {
		return new Finding(Severity.WARNING, null, message, fix);
	}

	static Finding error(String message, String fix) {
		return new Finding(Severity.ERROR, null, message, fix);
	}

	/**
	 * How bad a finding is. With an error no machine can be launched.
	 */
	public enum Severity {

		/** Good to know. */
		INFO,

		/** Probably not what was meant. */
		WARNING,

		/** Cannot work. */
		ERROR;

		@JsonValue
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
