package cellar.gateway.administration;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * Problems of the admin API.
 */
@Order(0)
@RestControllerAdvice
class CacheProblems {

	@ExceptionHandler
	ProblemDetail handle(BadSelectionException ex) {
		return Problems.of(HttpStatus.BAD_REQUEST, "bad-selection", "Bad selection", ex);
	}

}
