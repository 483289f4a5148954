package cellar.catalog.resumption;

import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.artifact.FileRules;
import cellar.catalog.artifact.UploadRefusedException;
import cellar.common.access.Caller;
import cellar.common.problem.InvalidParameterException;

/**
 * Uploads that go on after a break, over tus 1.0.0 (https://tus.io/protocols) with its
 * extensions creation, termination and expiration.
 */
@RestController
@RequestMapping(TusController.PATH)
class TusController {

	static final String PATH = "/api/v1/uploads";

	static final String OFFSET = "Upload-Offset";

	private static final String LENGTH = "Upload-Length";

	private static final String METADATA = "Upload-Metadata";

	private static final String EXPIRES = "Upload-Expires";

	static final String RESUMABLE = "Tus-Resumable";

	static final String VERSION = "1.0.0";

	/**
	 * IMF-fixdate (RFC 9110, 5.6.7), whose day has two digits, unlike that of RFC 1123.
	 */
	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final ResumableUploads uploads;

	private final FileRules rules;

	TusController(ResumableUploads uploads, FileRules rules) {
		this.uploads = uploads;
		this.rules = rules;
	}

	@ModelAttribute
	void agreeOnVersion(HttpServletRequest request, HttpServletResponse response) {
		boolean spoken = switch (request.getMethod()) {
			case "GET", "OPTIONS" -> true;
			default -> VERSION.equals(request.getHeader(RESUMABLE));
		};
		if (!spoken) {
			response.setHeader("Tus-Version", VERSION);
			throw new UploadUnavailableException(UploadUnavailableException.Reason.VERSION,
					"Send 'Tus-Resumable: 1.0.0'");
		}
	}

	@RequestMapping(path = { "", "/{id}" }, method = RequestMethod.OPTIONS)
	@Operation(summary = "Tells which parts of tus are spoken here")
	ResponseEntity<Void> options() {
		return ResponseEntity.noContent()
			.header("Tus-Version", VERSION)
			.header("Tus-Extension", "creation,termination,expiration")
			.header("Tus-Max-Size", String.valueOf(this.rules.maxSize()))
			.build();
	}

	@PostMapping
	@Operation(summary = "Begins an upload of the file of a draft",
			description = "'Upload-Metadata' has 'image', the id of the draft, and may have 'filename' and 'sha256'.")
	ResponseEntity<Void> create(@RequestHeader(LENGTH) long length,
			@RequestHeader(name = METADATA, required = false) @Nullable String header, Caller caller) {
		if (length < 0) {
			throw new InvalidParameterException(LENGTH, "must be the number of bytes");
		}
		UploadMetadata metadata = UploadMetadata.parse(header);
		UUID id = this.uploads.open(new WantedUpload(metadata.image(),
				this.rules.checkedName(METADATA, metadata.fileName()), this.rules.checkedSize(length),
				this.rules.checkedDigest(METADATA, metadata.sha256()), metadata.raw(), caller.name()));
		return ResponseEntity.created(URI.create(PATH + "/" + id))
			.header(EXPIRES, expires(this.uploads.status(id)))
			.build();
	}

	@RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
	@Operation(summary = "Tells how many bytes are safe")
	ResponseEntity<Void> head(@PathVariable UUID id) {
		UploadStatus status = this.uploads.status(id);
		if (status.state() == UploadStatus.State.GONE) {
			return ResponseEntity.status(410).cacheControl(CacheControl.noStore()).build();
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(OFFSET, String.valueOf(status.offset()))
			.header(LENGTH, String.valueOf(status.size()))
			.header(METADATA, status.metadata());
		if (status.state() == UploadStatus.State.RECEIVING) {
			answer.header(EXPIRES, expires(status));
		}
		return answer.build();
	}

	@GetMapping("/{id}")
	@Operation(summary = "Tells what has become of an upload")
	ResponseEntity<UploadStatus> get(@PathVariable UUID id) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.uploads.status(id));
	}

	@PatchMapping(path = "/{id}", consumes = "application/offset+octet-stream")
	@Operation(summary = "Sends the next bytes",
			description = "The answer to the last ones comes once the image has its file.")
	ResponseEntity<Void> append(@PathVariable UUID id, @RequestHeader(OFFSET) long offset, HttpServletRequest request)
			throws IOException {
		UploadStatus before = this.uploads.status(id);
		if (offset <= before.size() && request.getContentLengthLong() > before.size() - offset) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TOO_LARGE,
					"The upload was begun for %d bytes; these go beyond".formatted(before.size()));
		}
		long next = this.uploads.append(id, offset, request.getInputStream());
		ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent().header(OFFSET, String.valueOf(next));
		if (next < before.size()) {
			answer.header(EXPIRES, expires(this.uploads.status(id)));
		}
		return answer.build();
	}

	@DeleteMapping("/{id}")
	@Operation(summary = "Gives an upload up")
	ResponseEntity<Void> cancel(@PathVariable UUID id) {
		this.uploads.cancel(id);
		return ResponseEntity.noContent().build();
	}

	private static String expires(UploadStatus status) {
		return HTTP_DATE.format(status.expiresAt());
	}

}
