package cellar.catalog.agenda;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with planned publications, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class AgendaProblems {

	@ExceptionHandler
	ProblemDetail handle(AgendaException ex) {
		return switch (ex.reason()) {
			case UNKNOWN -> Problems.of(HttpStatus.NOT_FOUND, "plan-not-found", "Plan not found", ex);
			case SETTLED -> Problems.of(HttpStatus.CONFLICT, "plan-settled", "Plan settled", ex);
		};
	}

}
