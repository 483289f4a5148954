package cellar.catalog.intake;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An import in a list, without its entries. Whether files are still on their way is told
 * by the import itself.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportSummary(UUID id, ImportState state, @Nullable String url, @Nullable String failure, String actor,
		Instant createdAt, @Nullable Instant finishedAt) {

	static ImportSummary of(CatalogImport wanted) {
		return new ImportSummary(wanted.getId(), wanted.state(), wanted.url(), wanted.failure(), wanted.actor(),
				wanted.createdAt(), wanted.finishedAt());
	}

}
