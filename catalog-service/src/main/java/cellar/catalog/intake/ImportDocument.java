package cellar.catalog.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.catalog.report.EntryOutcome;
import cellar.catalog.report.EntryResult;

/**
 * An import as callers see it.
 */
record ImportDocument(UUID id, ImportState state, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure, List<Entry> entries, String actor,
		Instant createdAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt) {

	static ImportDocument of(CatalogImport wanted, List<EntryResult> entries) {
		return new ImportDocument(wanted.getId(), wanted.state(), wanted.url(), wanted.failure(),
				entries.stream().map(Entry::of).toList(), wanted.actor(), wanted.createdAt(), wanted.finishedAt());
	}

	/**
	 * One entry.
	 *
	 * @param name what the image is called now; what the entry said where it was refused
	 * @param reasons what was put right, noticed or wrong
	 * @param imageId the image; where an entry was refused for repeating one, that one
	 */
	record Entry(@Nullable String name, EntryOutcome outcome, List<String> reasons, @Nullable UUID imageId) {

		static Entry of(EntryResult entry) {
			return new Entry(entry.name(), entry.outcome(), entry.reasons(), entry.imageId());
		}

	}

}
