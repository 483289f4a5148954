package cellar.catalog.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

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
import cellar.catalog.report.ImportReport;
import cellar.common.list.PageParameters;

/**
 * Takes orders for imports. An order is kept as soon as it is taken: catalog and task are
 * one transaction.
 */
@Component
@Transactional
class ImportOrders {

	/** May hold a signature that lets others in. */
	private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

	private final Imports imports;

	private final ImportReport report;

	private final ImportProgress progress;

	private final DownloadQueue downloads;

	private final Audit audit;

	private final SchedulerClient scheduler;

	private final Clock clock;

	ImportOrders(Imports imports, ImportReport report, ImportProgress progress, DownloadQueue downloads, Audit audit,
			SchedulerClient scheduler, Clock clock) {
		this.imports = imports;
		this.report = report;
		this.progress = progress;
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
				new AuditedImport((url != null) ? QUERY.matcher(url).replaceFirst("") : null));
		return ImportDocument.of(wanted, List.of(), Map.of());
	}

	@Transactional(readOnly = true)
	Optional<ImportDocument> find(UUID id) {
		return this.imports.findById(id)
			.map((found) -> ImportDocument.of(found, this.report.results(id), this.downloads.progress(id)));
	}

	@Transactional(readOnly = true)
	Page<ImportSummary> list(PageParameters page) {
		return this.imports.findAllByOrderByCreatedAtDescId(PageRequest.of(page.page(), page.size()))
			.map(ImportSummary::of);
	}

	void cancel(UUID id) {
		this.progress.cancel(id);
		this.downloads.cancel(id);
	}

	/**
	 * An import as the audit keeps it.
	 *
	 * @param url where its catalog was, if it was not sent along
	 */
	record AuditedImport(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {

	}

}
