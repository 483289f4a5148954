package cellar.catalog.artifact;

import org.springframework.http.HttpStatus;

/**
 * Thrown when a file is not acceptable. Nothing was changed.
 */
class UploadRefusedException extends RuntimeException {

	private final Reason reason;

	UploadRefusedException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * Why a file is not acceptable.
	 */
	enum Reason {

		LENGTH_MISSING(HttpStatus.LENGTH_REQUIRED, "length-required", "Length required"),

		EMPTY(HttpStatus.UNPROCESSABLE_CONTENT, "artifact-empty", "Artifact empty"),

		TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "artifact-too-large", "Artifact too large"),

		NAME(HttpStatus.BAD_REQUEST, "invalid-file-name", "Invalid file name"),

		DIGEST(HttpStatus.BAD_REQUEST, "invalid-digest", "Invalid digest"),

		FORM(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "form-not-supported", "Form not supported"),

		TRUNCATED(HttpStatus.BAD_REQUEST, "artifact-truncated", "Artifact truncated"),

		DIFFERENT(HttpStatus.UNPROCESSABLE_CONTENT, "checksum-mismatch", "Checksum mismatch"),

		BUSY(HttpStatus.SERVICE_UNAVAILABLE, "uploads-busy", "Too many uploads at once"),

		GIVEN_UP(HttpStatus.CONFLICT, "upload-given-up", "Upload given up");

		private final HttpStatus status;

		private final String type;

		private final String title;

		Reason(HttpStatus status, String type, String title) {
			this.status = status;
			this.type = type;
			this.title = title;
		}

		HttpStatus status() {
			return this.status;
		}

		String type() {
			return this.type;
		}

		String title() {
			return this.title;
		}

	}

}
