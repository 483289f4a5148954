package cellar.catalog.resumption;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with uploads that go on, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class TusProblems {

	@ExceptionHandler
	ProblemDetail handle(UploadUnavailableException ex) {
		return switch (ex.reason()) {
			case NOT_FOUND -> Problems.of(HttpStatus.NOT_FOUND, "upload-not-found", "Upload not found", ex);
			case GONE -> Problems.of(HttpStatus.GONE, "upload-gone", "Upload gone", ex);
			case KEPT -> Problems.of(HttpStatus.CONFLICT, "upload-finished", "Upload finished", ex);
			case WRONG_OFFSET -> Problems.of(HttpStatus.CONFLICT, "wrong-offset", "Wrong offset", ex);
			case LOCKED -> Problems.of(HttpStatus.LOCKED, "upload-locked", "Upload locked", ex);
			case VERSION -> Problems.of(HttpStatus.PRECONDITION_FAILED, "tus-version", "tus version not spoken", ex);
		};
	}

}
