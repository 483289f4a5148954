package cellar.catalog.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.report.ImportReport;

/**
 * Takes orders for imports. An order is kept as soon as it is taken: catalog and task are
 * one transaction.
 */
@Component
@Transactional
class ImportOrders {

	private final Imports imports;

	private final ImportReport report;

	private final SchedulerClient scheduler;

	private final Clock clock;

	ImportOrders(Imports imports, ImportReport report, SchedulerClient scheduler, Clock clock) {
		this.imports = imports;
		this.report = report;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	ImportDocument accept(@Nullable String url, @Nullable String body, String actor) {
		Instant now = this.clock.instant();
		CatalogImport wanted = this.imports.saveAndFlush(new CatalogImport(url, body, actor, now));
		this.scheduler.scheduleIfNotExists(ImportTask.DESCRIPTOR.instance(wanted.getId().toString()).build(), now);
		return ImportDocument.of(wanted, List.of());
	}

	@Transactional(readOnly = true)
	Optional<ImportDocument> find(UUID id) {
		return this.imports.findById(id).map((found) -> ImportDocument.of(found, this.report.results(id)));
	}

}
