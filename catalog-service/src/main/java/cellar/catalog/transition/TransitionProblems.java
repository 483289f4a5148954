package cellar.catalog.transition;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with transitions, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class TransitionProblems {

	@ExceptionHandler
	ProblemDetail handle(NoSuccessorException ex) {
		return Problems.of(HttpStatus.CONFLICT, "no-successor", "No successor", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(ContentSharedException ex) {
		return Problems.of(HttpStatus.CONFLICT, "content-shared", "Content shared", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(ImpossibleTransitionException ex) {
		return Problems.of(HttpStatus.CONFLICT, "transition-impossible", "Transition impossible", ex);
	}

}
