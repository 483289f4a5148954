package cellar.catalog.timetable;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with planned steps, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class PlanProblems {

	@ExceptionHandler
	ProblemDetail handle(Timetable.PlanNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "plan-not-found", "Plan not found", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(Timetable.PlanSettledException ex) {
		return Problems.of(HttpStatus.CONFLICT, "plan-settled", "Plan settled", ex);
	}

}
