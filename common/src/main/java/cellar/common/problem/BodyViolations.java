package cellar.common.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says in the words of a request which field of a JSON body could not be read.
 */
public final class BodyViolations {

	private BodyViolations() {
	}

	/**
	 * Returns what is wrong with a body that is JSON but not what was asked for.
	 * @param ex how Jackson failed to bind the body
	 * @return the violation, whose field is {@code body} where it is no field of it
	 */
	public static Violation of(DatabindException ex) {
		String path = path(ex);
		return new Violation(path.isEmpty() ? "body" : path, switch (ex) {
			case UnrecognizedPropertyException unknown ->
				"is unknown; known here are " + known(unknown.getKnownPropertyIds());
			case InvalidFormatException wrong when wrong.getValue() instanceof Number && wrong.getTargetType() != null
					&& Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(wrong.getTargetType())) ->
				"must be a whole number";
			case InvalidFormatException wrong -> "cannot be read as " + TypeName.of(wrong.getTargetType());
			case MismatchedInputException wrong -> "must be " + TypeName.of(wrong.getTargetType());
			default -> "is not acceptable";
		});
	}

	private static String path(DatabindException ex) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : ex.getPath()) {
			if (reference.getPropertyName() == null) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
		}
		return path.toString();
	}

	private static String known(@Nullable Iterable<Object> names) {
		if (names == null) {
			return "none";
		}
		StringBuilder list = new StringBuilder();
		names.forEach((name) -> list.append(list.isEmpty() ? "" : ", ").append('\'').append(name).append('\''));
		return list.toString();
	}

}
