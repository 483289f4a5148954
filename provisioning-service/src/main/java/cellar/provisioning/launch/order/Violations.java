package cellar.provisioning.launch.order;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.InvalidFieldException;
import cellar.common.problem.Violation;

/**
 * Collects all that is wrong with one request, so that its caller hears of everything at
 * once. What is read here counts for nothing until nothing was found wrong.
 */
final class Violations {

	private final List<Violation> violations = new ArrayList<>();

	/**
	 * Reads a text that must be given.
	 * @param field the field
	 * @param text its value
	 * @param pattern what the text must match
	 * @param must what to tell the caller where it does not
	 * @return the text, which is empty where it was refused
	 */
	String required(String field, @Nullable String text, Pattern pattern, String must) {
		if (text != null && pattern.matcher(text).matches()) {
			return text;
		}
		refuse(field, must);
		return "";
	}

	/**
	 * Reads a text that may be left out.
	 * @param field the field
	 * @param text its value
	 * @param pattern what the text must match if it is given
	 * @param must what to tell the caller where it does not
	 * @return the text, or nothing
	 */
	@Nullable String optional(String field, @Nullable String text, Pattern pattern, String must) {
		require(text == null || pattern.matcher(text).matches(), field, must);
		return text;
	}

	void require(boolean holds, String field, String must) {
		if (!holds) {
			refuse(field, must);
		}
	}

	void refuse(String field, String must) {
		this.violations.add(new Violation(field, must));
	}

	/**
	 * Ends the reading.
	 * @throws InvalidFieldException if anything was found wrong
	 */
	void throwIfAny() {
		if (!this.violations.isEmpty()) {
			throw new InvalidFieldException(this.violations);
		}
	}

}
