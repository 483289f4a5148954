package cellar.catalog.name;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with names, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class NameProblems {

	@ExceptionHandler
	ProblemDetail handle(NameConflictException ex) {
		return switch (ex.reason()) {
			case TAKEN -> Problems.of(HttpStatus.CONFLICT, "name-taken", "Name taken", ex);
			case OVERLAPS -> Problems.of(HttpStatus.CONFLICT, "name-overlaps", "Name overlaps", ex);
		};
	}

}
