package cellar.catalog.collection;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with searches, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class CollectionProblems {

	@ExceptionHandler
	ProblemDetail handle(CollectionOrders.CollectionNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "collection-not-found", "Collection not found", ex);
	}

}
