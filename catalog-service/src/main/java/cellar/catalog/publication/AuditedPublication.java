package cellar.catalog.publication;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A publication as the audit keeps it: what was ordered and why it failed, without the
 * long list of what that changes.
 */
record AuditedPublication(String reason, String contentHash, int images,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rollbackOf,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> failures) {

	static AuditedPublication of(Publication publication) {
		return new AuditedPublication(publication.order().reason(), publication.contentHash(), publication.imageCount(),
				publication.rollbackOf(), publication.leftOut(), publication.failures());
	}

}
