package cellar.catalog.artifact;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.catalog.upload.UploadGivenUpException;
import cellar.common.problem.Problems;

/**
 * What can go wrong with uploads, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class ArtifactProblems {

	private static final String RETRY_AFTER_SECONDS = "30";

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(UploadRefusedException ex) {
		ProblemDetail problem = problem(ex);
		ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.getStatus());
		if (ex.reason() == UploadRefusedException.Reason.BUSY) {
			response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		return response.body(problem);
	}

	@ExceptionHandler
	ProblemDetail handle(UploadGivenUpException ex) {
		return Problems.of(HttpStatus.CONFLICT, "upload-given-up", "Upload given up",
				ex.getMessage() + "; send the file again");
	}

	private static ProblemDetail problem(UploadRefusedException ex) {
		return switch (ex.reason()) {
			case LENGTH_MISSING -> Problems.of(HttpStatus.LENGTH_REQUIRED, "length-required", "Length required", ex);
			case EMPTY -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "artifact-empty", "Artifact empty", ex);
			case TOO_LARGE -> Problems.of(HttpStatus.CONTENT_TOO_LARGE, "artifact-too-large", "Artifact too large", ex);
			case FORM -> Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "form-not-supported", "Form not supported", ex);
			case TRUNCATED -> Problems.of(HttpStatus.BAD_REQUEST, "artifact-truncated", "Artifact truncated", ex);
			case DIFFERENT ->
				Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "checksum-mismatch", "Checksum mismatch", ex);
			case CONTENT -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "artifact-refused", "Artifact refused", ex);
			case WITHDRAWN -> Problems.of(HttpStatus.CONFLICT, "content-withdrawn", "Content withdrawn", ex);
			case BUSY -> Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "uploads-busy", "Too many uploads at once", ex);
		};
	}

}
