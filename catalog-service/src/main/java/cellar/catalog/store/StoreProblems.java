package cellar.catalog.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * Says that it was the store that failed, and nothing of its inside.
 */
@Order(0)
@RestControllerAdvice
class StoreProblems {

	private static final Logger logger = LoggerFactory.getLogger(StoreProblems.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(StoreException ex) {
		logger.atWarn().addKeyValue("reason", ex.getMessage()).log("Object store failed");
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, "10")
			.body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "Object store unavailable",
					"The object store did not answer as it should; nothing was changed, try again later"));
	}

}
