package cellar.catalog.artifact;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.common.problem.Problems;

/**
 * What can go wrong with uploads, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class ArtifactProblems {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(UploadRefusedException ex) {
		UploadRefusedException.Reason reason = ex.reason();
		ResponseEntity.BodyBuilder response = ResponseEntity.status(reason.status());
		if (reason == UploadRefusedException.Reason.BUSY) {
			response.header(HttpHeaders.RETRY_AFTER, "30");
		}
		return response
			.body(Problems.of(reason.status(), reason.type(), reason.title(), String.valueOf(ex.getMessage())));
	}

}
