package cellar.catalog.image;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import cellar.catalog.library.ArtifactMissingException;
import cellar.catalog.library.ImageChangedException;
import cellar.catalog.library.ImageConflictException;
import cellar.catalog.library.ImageNotFoundException;
import cellar.common.problem.Problems;

/**
 * What can go wrong with images, over HTTP.
 */
@Order(0)
@RestControllerAdvice
class ImageProblems {

	@ExceptionHandler
	ProblemDetail handle(ImageNotFoundException ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "image-not-found", "Image not found", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(ImageConflictException ex) {
		return switch (ex.reason()) {
			case NAME_FIXED -> Problems.of(HttpStatus.CONFLICT, "name-fixed", "Name fixed", ex);
			case NOT_A_DRAFT -> Problems.of(HttpStatus.CONFLICT, "not-a-draft", "Not a draft", ex);
			case WITHDRAWN -> Problems.of(HttpStatus.CONFLICT, "image-withdrawn", "Image withdrawn", ex);
			case ARTIFACT_CHANGED -> Problems.of(HttpStatus.CONFLICT, "artifact-changed", "Artifact changed", ex);
		};
	}

	@ExceptionHandler
	ProblemDetail handle(ArtifactMissingException ex) {
		return Problems.of(HttpStatus.CONFLICT, "artifact-missing", "Artifact missing",
				"Send the artifact first: PUT /api/v1/images/" + ex.imageId() + "/artifact");
	}

	@ExceptionHandler
	ProblemDetail handle(Precondition.MissingException ex) {
		return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", "Precondition required",
				"Send 'If-Match' with the ETag of the image that you read, so that no change of others is lost");
	}

	@ExceptionHandler
	ProblemDetail handle(ImageChangedException ex) {
		return Problems.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Precondition failed",
				"The image has changed; its ETag is " + EntityTag.of(ex.revision())
						+ " now. Read it again and repeat the change");
	}

}
