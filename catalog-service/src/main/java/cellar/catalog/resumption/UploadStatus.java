package cellar.catalog.resumption;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has come.
 *
 * @param id the upload
 * @param imageId the image it is for
 * @param state what has become of it
 * @param offset bytes that are safe; the next one to send has this number
 * @param size bytes of the whole file
 * @param expiresAt when it is given up unless it goes on before
 * @param failure why it came to nothing, if it was not just silent
 * @param metadata what the client said of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadStatus(UUID id, UUID imageId, State state, long offset, long size, Instant expiresAt,
		@Nullable String failure, @JsonIgnore String metadata) {

	/**
	 * What may have become of an upload.
	 */
	public enum State {

		/** Bytes are missing. */
		RECEIVING,

		/** All bytes are there and are being checked. */
		FINISHING,

		/** The image has the file. */
		KEPT,

		/** Given up; nothing of it is kept. */
		GONE

	}

}
