package cellar.catalog.channel;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with channels, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class ChannelProblems {

	@ExceptionHandler
	ProblemDetail handle(ChannelConflictException ex) {
		return Problems.of(HttpStatus.CONFLICT, "channel-conflict", "Channel conflict", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(ChannelNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "channel-not-found", "Channel not found", ex);
	}

}
