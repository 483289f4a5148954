package cellar.catalog.library;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;

/**
 * An image as the audit keeps it: all that may change, and so not where it came from.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditedImage(UUID id, @JsonUnwrapped ImageDescription about, ImageState state, @JsonUnwrapped Life life,
		@Nullable Artifact artifact, Instant releasedAt, String stamp, long revision) {

	static AuditedImage of(Image image) {
		return new AuditedImage(image.getId(), image.about(), image.state(), image.life(), image.artifact(),
				image.release().date(), image.release().stamp(), image.rowVersion());
	}

}
