package cellar.provisioning.launch;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;
import cellar.provisioning.launch.state.LaunchNotFoundException;
import cellar.provisioning.userdata.UserDataTooLargeException;

/**
 * What can be wrong with a request for a launch, as problem details.
 */
@Order(0)
@RestControllerAdvice
class LaunchProblems {

	@ExceptionHandler
	ProblemDetail handle(IdempotencyKeyReusedException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "Idempotency key reused", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(LaunchNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "launch-not-found", "Launch not found", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(UserDataTooLargeException ex) {
		return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "user-data-too-large", "User data too large", ex);
	}

}
