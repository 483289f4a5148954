package cellar.catalog.publication;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.catalog.snapshot.Diff;

/**
 * A publication as callers see it.
 */
record PublicationDocument(long serial, PublicationState state, String contentHash, String reason, String actor,
		@Nullable Instant publishedAt, Diff diff, int images, List<String> failures, Instant createdAt) {

	static PublicationDocument of(Publication publication) {
		return new PublicationDocument(publication.serial(), publication.state(), publication.contentHash(),
				publication.order().reason(), publication.order().actor(), publication.publishedAt(),
				publication.diff(), publication.imageCount(), publication.failures(), publication.createdAt());
	}

}
