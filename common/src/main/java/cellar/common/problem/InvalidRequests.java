package cellar.common.problem;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/**
 * Names the field or the parameter that is wrong, where the framework says only that
 * something is.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class InvalidRequests {

	@ExceptionHandler
	ProblemDetail handle(HttpMessageNotReadableException ex) {
		return switch (ex.getMostSpecificCause()) {
			case DatabindException wrong when !wrong.getPath().isEmpty() ->
				Problems.invalidFields(List.of(BodyViolations.of(wrong)));
			case DatabindException wrong -> Problems.unreadableBody("The body " + BodyViolations.of(wrong).message());
			case BodyTooLargeException large -> Problems.bodyTooLarge(large.limit());
			case StreamConstraintsException beyond ->
				Problems.unreadableBody("The body is nested too deeply, or a name, number or string in it is too long");
			case StreamReadException twice when isOfADoubledName(twice) ->
				Problems.unreadableBody("The body names a field twice: line %d, column %d"
					.formatted(twice.getLocation().getLineNr(), twice.getLocation().getColumnNr()));
			case JacksonException syntax -> Problems.unreadableBody("The body is not JSON: line %d, column %d"
				.formatted(syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr()));
			default -> Problems.unreadableBody("The body is missing or is not JSON");
		};
	}

	// Where a controller reads the body itself.
	@ExceptionHandler
	ProblemDetail handle(BodyTooLargeException ex) {
		return Problems.bodyTooLarge(ex.limit());
	}

	@ExceptionHandler
	ProblemDetail handle(MethodArgumentNotValidException ex) {
		return Problems.invalidFields(ex.getFieldErrors().stream().map(InvalidRequests::violation).toList());
	}

	@ExceptionHandler
	ProblemDetail handle(InvalidFieldException ex) {
		return Problems.invalidFields(ex.violations());
	}

	@ExceptionHandler
	ProblemDetail handle(InvalidParameterException ex) {
		return Problems.invalidParameter(ex.violation());
	}

	@ExceptionHandler
	ProblemDetail handle(MethodArgumentTypeMismatchException ex) {
		return Problems
			.invalidParameter(new Violation(ex.getName(), "cannot be read as " + TypeName.of(ex.getRequiredType())));
	}

	// Tomcat decodes parameters at the first look at one of them.
	@ExceptionHandler
	ProblemDetail handle(org.apache.tomcat.util.http.InvalidParameterException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "unreadable-parameters", "Unreadable parameters",
				"Send at most 1000 parameters, each percent-encoded UTF-8");
	}

	// Jackson has no exception of its own for it.
	private static boolean isOfADoubledName(StreamReadException ex) {
		return ex.getOriginalMessage().startsWith("Duplicate");
	}

	private static Violation violation(FieldError error) {
		return new Violation(error.getField(), String.valueOf(error.getDefaultMessage()));
	}

}
