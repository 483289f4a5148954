package cellar.catalog.artifact;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

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
import cellar.common.problem.InvalidParameterException;

/**
 * Files of images over HTTP. The body is the file itself and is never held as a whole.
 */
@RestController
class ArtifactController {

	private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,149}");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private final ArtifactReceiver receiver;

	private final UploadMetrics metrics;

	private final ArtifactProperties properties;

	ArtifactController(ArtifactReceiver receiver, UploadMetrics metrics, ArtifactProperties properties) {
		this.receiver = receiver;
		this.metrics = metrics;
		this.properties = properties;
	}

	@PutMapping("/api/v1/images/{id}/artifact")
	@Operation(summary = "Sends the file of a draft",
			description = "The raw file as the body, with Content-Length. 'file' names it in its URL, "
					+ "else it is the image's name with .tgz behind it.")
	ResponseEntity<ImageDocument> put(@PathVariable UUID id, @RequestParam(required = false) @Nullable String file,
			@RequestHeader(name = "x-expected-sha256", required = false) @Nullable String sha256,
			HttpServletRequest request, Caller caller) {
		String name = checkedName(file);
		String expected = checkedDigest(sha256);
		ImageDetails image = this.metrics.count(() -> this.receiver.receive(
				new IncomingFile(id, name, checkedSize(request), expected, request::getInputStream, caller.name())));
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
		if (size == 0) {
			throw new UploadRefusedException(UploadRefusedException.Reason.EMPTY, "The file has no bytes");
		}
		if (size > this.properties.maxSize().toBytes()) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TOO_LARGE,
					"The file has %d bytes; at most %d are taken".formatted(size, this.properties.maxSize().toBytes()));
		}
		return size;
	}

	private static @Nullable String checkedName(@Nullable String file) {
		if (file != null && !FILE_NAME.matcher(file).matches()) {
			throw new InvalidParameterException("file",
					"must be 1 to 150 letters, digits, '.', '_', '+' or '-', and begin with a letter or digit");
		}
		return file;
	}

	private static @Nullable String checkedDigest(@Nullable String sha256) {
		if (sha256 == null) {
			return null;
		}
		String lower = sha256.strip().toLowerCase(Locale.ROOT);
		if (!SHA256.matcher(lower).matches()) {
			throw new InvalidParameterException("x-expected-sha256", "must be 64 hex digits");
		}
		return lower;
	}

}
