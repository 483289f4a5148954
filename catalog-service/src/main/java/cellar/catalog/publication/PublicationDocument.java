package cellar.catalog.publication;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import cellar.catalog.snapshot.Diff;

/**
 * A publication as callers see it. {@link Publications} fills it by the names of its
 * components.
 *
 * @param rollbackOf the serial whose content it has, if it takes the catalog back
 * @param leftOut names of images that were in that content and are withdrawn since
 * @param attempts how often a step failed and is or was tried again
 * @param waitingFor what the next step waits for, if the last attempt failed
 * @param lastFailure what that said
 * @param removalAt when its content goes, if it was marked for that
 * @param removedAt when its content went, if it did
 */
record PublicationDocument(long serial, PublicationState state, String contentHash, String reason, String actor,
		@Nullable Instant publishedAt, Diff diff, @JsonProperty("images") int imageCount, List<String> failures,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long rollbackOf,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) int attempts,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Obstacle waitingFor,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lastFailure,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant removalAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant removedAt, Instant createdAt) {

	static PublicationDocument of(Publication publication) {
		return new PublicationDocument(publication.serial(), publication.state(), publication.contentHash(),
				publication.order().reason(), publication.order().actor(), publication.publishedAt(),
				publication.diff(), publication.imageCount(), publication.failures(), publication.rollbackOf(),
				publication.leftOut(), publication.attempts(), publication.waitingFor(), publication.lastFailure(),
				publication.removalAt(), publication.removedAt(), publication.createdAt());
	}

}
