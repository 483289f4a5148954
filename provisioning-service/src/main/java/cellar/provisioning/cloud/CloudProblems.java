package cellar.provisioning.cloud;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can be wrong with a cloud, as problem details.
 */
@Order(0)
@RestControllerAdvice
class CloudProblems {

	@ExceptionHandler
	ProblemDetail handle(CloudNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "cloud-not-found", "Cloud not found", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(CloudException ex) {
		if (ex.isTransient()) {
			return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "cloud-unavailable", "Cloud unavailable",
					ex.getMessage() + "; try again in a while");
		}
		return Problems.of(HttpStatus.BAD_GATEWAY, "cloud-refused", "Cloud refused",
				"The cloud answered " + ex.code() + ": " + ex.getMessage());
	}

}
