package cellar.catalog.intake;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.catalog.download.FilesProgress;

/**
 * An import in a list, without its entries.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportSummary(UUID id, ImportState state, @Nullable String url, @Nullable String failure,
		@Nullable FilesProgress files, String actor, Instant createdAt, @Nullable Instant finishedAt) {

	static ImportSummary of(CatalogImport wanted, ImportStanding standing) {
		return new ImportSummary(wanted.getId(), standing.state(), wanted.shownUrl(), wanted.failure(),
				standing.files(), wanted.actor(), wanted.createdAt(), standing.finishedAt());
	}

}
