package cellar.catalog.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders for imports. An order is kept as soon as it is taken: catalog and task are
 * one transaction.
 */
@Component
@Transactional
class ImportOrders {

	static final TaskDescriptor<Void> TASK = TaskDescriptor.of("import");

	private final Imports imports;

	private final ImportEntries entries;

	private final SchedulerClient scheduler;

	private final Clock clock;

	ImportOrders(Imports imports, ImportEntries entries, SchedulerClient scheduler, Clock clock) {
		this.imports = imports;
		this.entries = entries;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	ImportDocument accept(@Nullable String url, @Nullable String body, String actor) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		CatalogImport wanted = this.imports.saveAndFlush(new CatalogImport(url, body, actor, now));
		this.scheduler.scheduleIfNotExists(TASK.instance(wanted.getId().toString()).build(), now);
		return ImportDocument.of(wanted, List.of());
	}

	@Transactional(readOnly = true)
	Optional<ImportDocument> find(UUID id) {
		return this.imports.findById(id)
			.map((found) -> ImportDocument.of(found, this.entries.findByImportIdOrderByPosition(id)));
	}

}
