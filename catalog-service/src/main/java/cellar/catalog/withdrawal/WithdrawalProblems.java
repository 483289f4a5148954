package cellar.catalog.withdrawal;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with withdrawals, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class WithdrawalProblems {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(WithdrawalUnderWayException ex) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, "10")
			.body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "withdrawal-under-way", "Withdrawal under way",
					"The image is withdrawn and goes on to be taken away, but some readers may still get it: "
							+ ex.getMessage() + ". Send the request again to wait for the end"));
	}

}
