package cellar.catalog.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.download.DownloadQueue;
import cellar.catalog.download.FilesProgress;
import cellar.catalog.report.ImportReport;
import cellar.common.list.PageParameters;

/**
 * Takes orders for imports. An order is kept as soon as it is taken: catalog and task are
 * one transaction.
 */
@Component
@Transactional
class ImportOrders {

	private final Imports imports;

	private final ImportReport report;

	private final DownloadQueue downloads;

	private final Audit audit;

	private final SchedulerClient scheduler;

	private final Clock clock;

	ImportOrders(Imports imports, ImportReport report, DownloadQueue downloads, Audit audit, SchedulerClient scheduler,
			Clock clock) {
		this.imports = imports;
		this.report = report;
		this.downloads = downloads;
		this.audit = audit;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	ImportDocument accept(@Nullable String url, @Nullable String body, WantedFiles files, String actor) {
		Instant now = this.clock.instant();
		CatalogImport wanted = this.imports.saveAndFlush(new CatalogImport(url, body, files, actor, now));
		this.scheduler.scheduleIfNotExists(ImportTask.DESCRIPTOR.instance(wanted.getId().toString()).build(), now);
		this.audit.record(AuditSubject.IMPORT, wanted.getId().toString(), "import", actor, null,
				new AuditedImport(wanted.shownUrl()));
		return ImportDocument.of(wanted, ImportStanding.of(wanted, null), List.of(), Map.of());
	}

	@Transactional(readOnly = true)
	Optional<ImportDocument> find(UUID id) {
		return this.imports.findById(id)
			.map((found) -> ImportDocument.of(found, standing(found), this.report.results(id),
					this.downloads.progress(id)));
	}

	@Transactional(readOnly = true)
	Page<ImportSummary> list(PageParameters page) {
		Page<CatalogImport> found = this.imports
			.findAllByOrderByCreatedAtDescId(PageRequest.of(page.page(), page.size()));
		Map<UUID, FilesProgress> files = this.downloads.overview(found.map(CatalogImport::getId).getContent());
		return found.map((one) -> ImportSummary.of(one, ImportStanding.of(one, files.get(one.getId()))));
	}

	/**
	 * Cancels an import, unless it has come to its end.
	 * @param id the import
	 * @param actor who does not want it any more
	 */
	void cancel(UUID id, String actor) {
		CatalogImport wanted = this.imports.lockById(id).orElseThrow(() -> new ImportNotFoundException(id));
		ImportState before = standing(wanted).state();
		int files = this.downloads.giveUp(id, "The import was cancelled");
		if (!wanted.isFinished() || files > 0) {
			wanted.cancel(this.clock.instant());
			this.imports.saveAndFlush(wanted);
			this.audit.record(AuditSubject.IMPORT, id.toString(), "cancel", actor, new AuditedState(before),
					new AuditedState(wanted.state()));
		}
	}

	private ImportStanding standing(CatalogImport wanted) {
		UUID id = wanted.getId();
		return ImportStanding.of(wanted, this.downloads.overview(List.of(id)).get(id));
	}

	/**
	 * An import as the audit keeps it.
	 *
	 * @param url where its catalog was, if it was not sent along
	 */
	record AuditedImport(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {

	}

	/**
	 * The state of an import as the audit keeps it.
	 *
	 * @param state how far it had come
	 */
	record AuditedState(ImportState state) {
	}

}
