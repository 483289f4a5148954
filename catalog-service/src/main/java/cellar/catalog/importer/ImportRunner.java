package cellar.catalog.importer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;

import cellar.catalog.download.DownloadQueue;
import cellar.catalog.eustore.CatalogParser;
import cellar.catalog.intake.ImportEndedException;
import cellar.catalog.intake.ImportProgress;
import cellar.catalog.intake.ImportState;
import cellar.catalog.intake.IntakeProperties;
import cellar.catalog.intake.UnfinishedImport;
import cellar.catalog.name.NameConflictException;
import cellar.catalog.report.EntryResult;
import cellar.catalog.report.ImportReport;
import cellar.catalog.source.SourceException;

/**
 * Brings an import to its end, entry by entry. What was fetched is kept before it is
 * judged, so that an interrupted import goes on with the same text.
 */
@Component
class ImportRunner {

	private static final Logger logger = LoggerFactory.getLogger(ImportRunner.class);

	private static final int MAX_BROKEN_OFF = 3;

	private final ImportProgress progress;

	private final ImportReport report;

	private final EntryImporter importer;

	private final CatalogSource source;

	private final DownloadQueue downloads;

	private final CatalogParser parser;

	private final List<ImportObserver> observers;

	ImportRunner(ImportProgress progress, ImportReport report, EntryImporter importer, CatalogSource source,
			DownloadQueue downloads, IntakeProperties properties, List<ImportObserver> observers) {
		this.progress = progress;
		this.report = report;
		this.importer = importer;
		this.source = source;
		this.downloads = downloads;
		this.parser = new CatalogParser(properties.maxEntries());
		this.observers = List.copyOf(observers);
	}

	void run(UUID id, boolean lastAttempt) {
		this.progress.findUnfinished(id).ifPresent((wanted) -> attempt(wanted, lastAttempt));
	}

	private void attempt(UnfinishedImport wanted, boolean lastAttempt) {
		if (wanted.brokenOff() >= MAX_BROKEN_OFF) {
			fail(wanted.id(), "The service died %d times while it read this catalog; make the catalog smaller"
				.formatted(wanted.brokenOff()));
			return;
		}
		this.progress.attempt(wanted.id());
		try {
			run(wanted, lastAttempt);
		}
		catch (RuntimeException ex) {
			this.progress.survive(wanted.id());
			throw ex;
		}
	}

	private void run(UnfinishedImport wanted, boolean lastAttempt) {
		UUID id = wanted.id();
		try {
			List<JsonNode> entries = entries(wanted);
			for (int position = 0; position < entries.size(); position++) {
				take(wanted, position, entries.get(position), lastAttempt);
			}
			if (wanted.fetchFiles()) {
				this.downloads.open();
			}
			this.progress.complete(id);
			ended(ImportState.COMPLETED);
			logger.atInfo().addKeyValue("import", id).addKeyValue("entries", entries.size()).log("Catalog imported");
		}
		catch (ImportEndedException ex) {
			logger.atInfo().addKeyValue("import", id).log("Import was cancelled");
		}
		catch (CatalogParser.NoCatalogException ex) {
			fail(id, "There is no catalog: " + ex.getMessage());
		}
		catch (SourceException ex) {
			if (ex.chance() == SourceException.Chance.LATER && !lastAttempt) {
				throw ex;
			}
			fail(id, String.valueOf(ex.getMessage()));
		}
	}

	private void take(UnfinishedImport wanted, int position, JsonNode entry, boolean lastAttempt) {
		try {
			judge(wanted, position, () -> this.importer.take(entry, wanted, position));
		}
		catch (NameConflictException ex) {
			refuse(wanted, position, entry, String.valueOf(ex.getMessage()));
		}
		catch (ImportEndedException | TransientDataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!lastAttempt) {
				throw ex;
			}
			// One entry must not keep the others waiting for ever.
			logger.atError()
				.setCause(ex)
				.addKeyValue("import", wanted.id())
				.addKeyValue("position", position)
				.log("Entry cannot be taken");
			refuse(wanted, position, entry, "The service failed to take it; its log has the reason");
		}
	}

	private void refuse(UnfinishedImport wanted, int position, JsonNode entry, String reason) {
		JsonNode name = entry.path("name");
		judge(wanted, position, () -> EntryResult.refused(name.isString() ? name.stringValue() : null, reason));
	}

	private void judge(UnfinishedImport wanted, int position, Supplier<EntryResult> judgement) {
		Optional<EntryResult> judged = this.report.judge(wanted.id(), position, () -> {
			this.progress.hold(wanted.id());
			return judgement.get();
		});
		judged.ifPresent((result) -> this.observers.forEach((observer) -> observer.judged(result.outcome())));
	}

	private List<JsonNode> entries(UnfinishedImport wanted) {
		String fetched = wanted.text();
		if (fetched == null) {
			fetched = this.source.fetch(Objects.requireNonNull(wanted.url()));
		}
		List<JsonNode> entries = this.parser.entries(fetched);
		this.progress.begin(wanted.id(), fetched);
		return entries;
	}

	private void fail(UUID id, String reason) {
		this.downloads.giveUp(id, "The import failed");
		this.progress.fail(id, reason);
		ended(ImportState.FAILED);
		logger.atWarn().addKeyValue("import", id).addKeyValue("reason", reason).log("Import failed");
	}

	private void ended(ImportState end) {
		this.observers.forEach((observer) -> observer.ended(end));
	}

}
