package cellar.catalog.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.catalog.download.FilesProgress;

/**
 * How far an import has come, its files included.
 *
 * @param state how far
 * @param finishedAt when it came to its end
 * @param files how far its files have come together, where it fetches them
 */
record ImportStanding(ImportState state, @Nullable Instant finishedAt, @Nullable FilesProgress files) {

	static ImportStanding of(CatalogImport wanted, @Nullable FilesProgress sums) {
		FilesProgress files = (sums != null) ? sums : FilesProgress.NONE;
		Instant judgedAt = wanted.finishedAt();
		if (wanted.state() == ImportState.COMPLETED && !files.isSettled()) {
			return new ImportStanding(ImportState.FETCHING, null, files);
		}
		Instant settledAt = files.settledAt();
		boolean filesLast = wanted.state() == ImportState.COMPLETED && judgedAt != null && settledAt != null
				&& settledAt.isAfter(judgedAt);
		return new ImportStanding(wanted.state(), filesLast ? settledAt : judgedAt,
				wanted.files().wanted() ? files : null);
	}

}
