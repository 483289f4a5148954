package cellar.catalog.importer;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.catalog.artifact.ExpectedContent;
import cellar.catalog.description.Origin;
import cellar.catalog.download.DownloadQueue;
import cellar.catalog.download.WantedFile;
import cellar.catalog.eustore.EntryReading;
import cellar.catalog.eustore.PromisedFile;
import cellar.catalog.intake.UnfinishedImport;
import cellar.catalog.report.EntryOutcome;
import cellar.catalog.report.EntryResult;

/**
 * Asks for the files of entries, where the import is to fetch them. An entry that repeats
 * an image counts too, if that came in by the same entry: it may be asked for once more
 * because its file could not be had. Nobody else's draft gets a file.
 */
@Component
class FileOrders {

	private final KnownEntries known;

	private final DownloadQueue downloads;

	FileOrders(KnownEntries known, DownloadQueue downloads) {
		this.known = known;
		this.downloads = downloads;
	}

	void order(EntryReading.Readable entry, EntryResult result, UnfinishedImport wanted, int position) {
		UUID imageId = result.imageId();
		if (!wanted.fetchFiles() || imageId == null
				|| (result.outcome() == EntryOutcome.REFUSED && !this.known.isOriginOf(imageId, entry))) {
			return;
		}
		Origin origin = entry.release().origin();
		PromisedFile file = entry.file();
		String number = (origin != null) ? origin.number() : null;
		URI url = resolved((origin != null) ? origin.url() : null, wanted.base());
		this.downloads.order(new WantedFile(wanted.id(), position, imageId, url, file.size(),
				new ExpectedContent(file.sha256(), file.md5(), number), wanted.actor()));
	}

	private static @Nullable URI resolved(@Nullable String url, @Nullable URI base) {
		if (url == null) {
			return null;
		}
		try {
			URI given = URI.create(url);
			URI whole = (base != null) ? base.resolve(given) : given;
			return whole.isAbsolute() ? whole : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
