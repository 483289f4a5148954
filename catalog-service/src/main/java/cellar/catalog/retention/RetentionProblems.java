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
	ProblemDetail handle(PublicationInUseException ex) {
		return Problems.of(HttpStatus.CONFLICT, "publication-in-use", "Publication in use", ex);
	}

}
