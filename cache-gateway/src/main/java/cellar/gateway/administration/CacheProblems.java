package cellar.gateway.administration;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * Problems of the admin API.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class CacheProblems {

	@ExceptionHandler
	ProblemDetail handle(BadSelectionException ex) {
		String detail = (ex.getMessage() != null) ? ex.getMessage() : "";
		return Problems.of(HttpStatus.BAD_REQUEST, "bad-selection", "Bad selection", detail);
	}

}
