package cellar.catalog.artifact;

import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.image.ImageAnswer;
import cellar.catalog.image.ImageDocument;
import cellar.catalog.library.ImageDetails;
import cellar.common.access.Caller;

/**
 * Files of images over HTTP. The body is the file itself and is never held as a whole.
 */
@RestController
class ArtifactController {

	private final ArtifactReceiver receiver;

	private final UploadMetrics metrics;

	private final FileRules rules;

	ArtifactController(ArtifactReceiver receiver, UploadMetrics metrics, FileRules rules) {
		this.receiver = receiver;
		this.metrics = metrics;
		this.rules = rules;
	}

	@PutMapping("/api/v1/images/{id}/artifact")
	@Operation(summary = "Sends the file of a draft",
			description = "The raw file as the body, with Content-Length. 'file' names it in its URL, "
					+ "else it is the image's name with .tgz behind it. A file that is here already keeps its URL. "
					+ "One that was withdrawn is taken with 'afterWithdrawal=true' only.")
	ResponseEntity<ImageDocument> put(@PathVariable UUID id, @RequestParam(required = false) @Nullable String file,
			@RequestParam(defaultValue = "false") boolean afterWithdrawal,
			@RequestHeader(name = "x-expected-sha256", required = false) @Nullable String sha256,
			HttpServletRequest request, Caller caller) {
		String name = this.rules.checkedName("file", file);
		String expected = this.rules.checkedDigest("x-expected-sha256", sha256);
		ImageDetails image = this.metrics
			.count(() -> this.receiver.receive(new IncomingFile(id, name, checkedSize(request),
					ExpectedContent.ofSha256(expected), request::getInputStream, caller.name(), afterWithdrawal)));
		return ImageAnswer.ok(image, caller);
	}

	private long checkedSize(HttpServletRequest request) {
		String type = request.getContentType();
		if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
			throw new UploadRefusedException(UploadRefusedException.Reason.FORM,
					"Send the file itself as the body, not a form around it");
		}
		long size = request.getContentLengthLong();
		if (size < 0) {
			throw new UploadRefusedException(UploadRefusedException.Reason.LENGTH_MISSING,
					"Send 'Content-Length', so that half a file cannot pass for a whole one");
		}
		return this.rules.checkedSize(size);
	}

}
