package cellar.catalog.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.catalog.download.FileProgress;
import cellar.catalog.download.FilesProgress;
import cellar.catalog.report.EntryOutcome;
import cellar.catalog.report.EntryResult;

/**
 * An import as callers see it.
 */
record ImportDocument(UUID id, ImportState state, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure, List<Entry> entries,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FilesProgress files, String actor, Instant createdAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt) {

	static ImportDocument of(CatalogImport wanted, ImportStanding standing, List<EntryResult> entries,
			Map<Integer, FileProgress> files) {
		return new ImportDocument(wanted.getId(), standing.state(), wanted.shownUrl(), wanted.failure(),
				IntStream.range(0, entries.size())
					.mapToObj((position) -> Entry.of(entries.get(position), files.get(position)))
					.toList(),
				standing.files(), wanted.actor(), wanted.createdAt(), standing.finishedAt());
	}

	/**
	 * One entry.
	 *
	 * @param name what the image is called now; what the entry said where it was refused
	 * @param reasons what was put right, noticed or wrong
	 * @param imageId the image; where an entry was refused for repeating one, that one
	 * @param file how far its file has come, where it is fetched
	 */
	record Entry(@Nullable String name, EntryOutcome outcome, List<String> reasons, @Nullable UUID imageId,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FileProgress file) {

		static Entry of(EntryResult entry, @Nullable FileProgress file) {
			return new Entry(entry.name(), entry.outcome(), entry.reasons(), entry.imageId(), file);
		}

	}

}
