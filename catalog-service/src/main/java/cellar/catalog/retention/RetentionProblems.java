package cellar.catalog.retention;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong when content is to be kept, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class RetentionProblems {

	@ExceptionHandler
	ProblemDetail handle(ContentException ex) {
		return switch (ex.reason()) {
			case UNKNOWN -> Problems.of(HttpStatus.NOT_FOUND, "publication-not-found", "Publication not found", ex);
			case REMOVED -> Problems.of(HttpStatus.CONFLICT, "publication-removed", "Publication removed", ex);
			case IN_USE -> Problems.of(HttpStatus.CONFLICT, "publication-in-use", "Publication in use", ex);
		};
	}

}
