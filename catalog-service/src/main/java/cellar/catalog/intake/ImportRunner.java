package cellar.catalog.intake;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.JsonNode;

import cellar.catalog.eustore.CatalogText;
import cellar.catalog.name.NameConflictException;

/**
 * Brings an import to its end, entry by entry. What was fetched is kept before it is
 * judged, so that an interrupted import goes on with the same text.
 */
@Component
class ImportRunner {

	private static final Logger logger = LoggerFactory.getLogger(ImportRunner.class);

	private final ImportProgress progress;

	private final CatalogSource source;

	private final CatalogText text;

	private final ImportMetrics metrics;

	ImportRunner(ImportProgress progress, CatalogSource source, IntakeProperties properties, ImportMetrics metrics) {
		this.progress = progress;
		this.source = source;
		this.text = new CatalogText(properties.maxEntries());
		this.metrics = metrics;
	}

	void run(UUID id, boolean lastAttempt) {
		CatalogImport wanted = this.progress.get(id);
		if (wanted.isFinished()) {
			return;
		}
		try {
			List<JsonNode> entries = entries(wanted);
			for (int position = 0; position < entries.size(); position++) {
				take(wanted, position, entries.get(position), lastAttempt);
			}
			this.progress.complete(id);
			this.metrics.count(ImportState.COMPLETED);
			logger.atInfo().addKeyValue("import", id).addKeyValue("entries", entries.size()).log("Catalog imported");
		}
		catch (CatalogText.NoCatalogException ex) {
			fail(id, "There is no catalog: " + ex.getMessage());
		}
		catch (CatalogSource.FetchException ex) {
			if (ex.isPassing() && !lastAttempt) {
				throw ex;
			}
			fail(id, String.valueOf(ex.getMessage()));
		}
	}

	private void take(CatalogImport wanted, int position, JsonNode entry, boolean lastAttempt) {
		try {
			this.progress.take(wanted, position, entry);
		}
		catch (NameConflictException ex) {
			refuse(wanted, position, entry, String.valueOf(ex.getMessage()));
		}
		catch (TransientDataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!lastAttempt) {
				throw ex;
			}
			// One entry must not keep the others waiting for ever.
			logger.atError()
				.setCause(ex)
				.addKeyValue("import", wanted.getId())
				.addKeyValue("position", position)
				.log("Entry cannot be taken");
			refuse(wanted, position, entry, "The service failed to take it; its log has the reason");
		}
	}

	private void refuse(CatalogImport wanted, int position, JsonNode entry, String reason) {
		this.progress.refuse(wanted, position, entry, reason);
		this.metrics.count(Outcome.REFUSED);
	}

	private List<JsonNode> entries(CatalogImport wanted) {
		String body = wanted.body();
		if (body == null) {
			body = this.source.fetch(URI.create(String.valueOf(wanted.url())));
			this.text.entries(body);
			this.progress.begin(wanted.getId(), body);
		}
		else if (wanted.state() == ImportState.ACCEPTED) {
			this.progress.begin(wanted.getId(), body);
		}
		return this.text.entries(body);
	}

	private void fail(UUID id, String reason) {
		this.progress.fail(id, reason);
		this.metrics.count(ImportState.FAILED);
		logger.atWarn().addKeyValue("import", id).addKeyValue("reason", reason).log("Import failed");
	}

}
