package cellar.catalog.publication;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with publications, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class PublicationProblems {

	@ExceptionHandler
	ProblemDetail handle(NeverLiveException ex) {
		return Problems.of(HttpStatus.CONFLICT, "publication-never-live", "Publication never live", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(ContentRemovedException ex) {
		return Problems.of(HttpStatus.CONFLICT, "content-removed", "Content removed", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(PublicationNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "publication-not-found", "Publication not found", ex);
	}

}
