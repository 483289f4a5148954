package cellar.catalog.image;

import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.exc.MismatchedInputException;

import cellar.common.problem.Problems;

/**
 * What can go wrong with images, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class ImageProblems {

	@ExceptionHandler
	ProblemDetail handle(ImageNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "image-not-found", "Image not found", messageOf(ex));
	}

	@ExceptionHandler
	ProblemDetail handle(ImageConflictException ex) {
		return Problems.of(HttpStatus.CONFLICT, ex.reason().type(), ex.reason().title(), messageOf(ex));
	}

	@ExceptionHandler
	ProblemDetail handle(UnacceptableParameterException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "Invalid parameter", messageOf(ex));
	}

	@ExceptionHandler
	ProblemDetail handle(Precondition.MissingException ex) {
		return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", "Precondition required",
				"Send 'If-Match' with the ETag of the image that you read, so that no change of others is lost");
	}

	@ExceptionHandler
	ProblemDetail handle(Precondition.FailedException ex) {
		return Problems.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Precondition failed", messageOf(ex));
	}

	@ExceptionHandler
	ProblemDetail handle(ConstraintViolationException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "invalid-field", "Invalid field",
				ex.getConstraintViolations()
					.stream()
					.map((violation) -> "'" + violation.getPropertyPath() + "' " + violation.getMessage())
					.sorted()
					.collect(Collectors.joining("; ")));
	}

	@ExceptionHandler
	ProblemDetail handle(MismatchedInputException ex) {
		String field = ex.getPath()
			.stream()
			.map((step) -> String.valueOf(step.getPropertyName()))
			.findFirst()
			.orElse("");
		return Problems.of(HttpStatus.BAD_REQUEST, "invalid-field", "Invalid field",
				"'" + field + "' is unknown or of a wrong type");
	}

	private static String messageOf(RuntimeException ex) {
		return String.valueOf(ex.getMessage());
	}

}
