package cellar.common.problem;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Turns what nobody expected into one logged stack trace and a problem that tells nothing
 * of the inside.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
@RestControllerAdvice
class UnexpectedFailures {

	private static final Logger logger = LoggerFactory.getLogger(UnexpectedFailures.class);

	@ExceptionHandler
	ProblemDetail handle(Exception ex) {
		if (ex instanceof ErrorResponse foreseen) {
			return foreseen.getBody();
		}
		logger.atError().setCause(ex).log("Request failed unexpectedly");
		return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Unexpected failure",
				"The service failed in a way that it did not foresee; its log has the reason");
	}

	/**
	 * Leaves refusals to the filter chain, which knows whether to answer 401 or 403.
	 * @param ex the refusal
	 */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class })
	void refuse(RuntimeException ex) {
		throw ex;
	}

	/**
	 * Says nothing to a client that is gone.
	 * @param ex the broken connection
	 */
	@ExceptionHandler(AsyncRequestNotUsableException.class)
	void ignore(IOException ex) {
		logger.atDebug().setCause(ex).log("Client went away");
	}

}
