package cellar.common.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Names the field that made a request unreadable, where the framework says only that it
 * was.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class InvalidRequests {

	@ExceptionHandler
	ProblemDetail handle(HttpMessageNotReadableException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", "Unreadable body",
				describe(ex.getMostSpecificCause()));
	}

	@ExceptionHandler
	ProblemDetail handle(MethodArgumentNotValidException ex) {
		List<Violation> violations = ex.getFieldErrors()
			.stream()
			.map((error) -> new Violation(error.getField(), error.getDefaultMessage()))
			.toList();
		ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, "invalid-field", "Invalid field",
				violations.stream()
					.map((violation) -> "'" + violation.field() + "' " + violation.message())
					.sorted()
					.collect(Collectors.joining("; ")));
		problem.setProperty("violations", violations);
		return problem;
	}

	private static String describe(Throwable cause) {
		return switch (cause) {
			case UnrecognizedPropertyException unknown ->
				"Unknown field '%s'; known here are %s".formatted(path(unknown), known(unknown.getKnownPropertyIds()));
			case InvalidFormatException wrong ->
				"Field '%s' cannot be read as %s".formatted(path(wrong), nameOf(wrong.getTargetType()));
			case MismatchedInputException wrong ->
				"%s must be %s".formatted(subject(wrong), nameOf(wrong.getTargetType()));
			case DatabindException wrong -> "Field '%s' is not acceptable".formatted(path(wrong));
			case JacksonException syntax -> "The body is not JSON: line %d, column %d"
				.formatted(syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr());
			default -> "The body is missing or is not JSON";
		};
	}

	private static String subject(DatabindException ex) {
		return ex.getPath().isEmpty() ? "The body" : "Field '" + path(ex) + "'";
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

	private static String nameOf(@Nullable Class<?> type) {
		if (type == null) {
			return "of another type";
		}
		if (type.isEnum()) {
			return "one of " + List.of(type.getEnumConstants());
		}
		if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
			return "an array";
		}
		if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
			return (type == boolean.class) ? "true or false" : "a number";
		}
		if (type == String.class) {
			return "a string";
		}
		return type.isRecord() ? "an object" : type.getSimpleName();
	}

	private record Violation(String field, @Nullable String message) {

	}

}
