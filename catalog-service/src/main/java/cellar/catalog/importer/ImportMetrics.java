package cellar.catalog.importer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.catalog.intake.ImportState;
import cellar.catalog.report.EntryOutcome;
import cellar.common.meter.TagValues;

/**
 * Counts imports by how they ended, and their entries by what became of them.
 */
@Component
class ImportMetrics implements ImportObserver {

	private final MeterProvider<Counter> entries;

	private final MeterProvider<Counter> imports;

	ImportMetrics(MeterRegistry registry) {
		this.entries = Counter.builder("cellar.catalog.import.entries")
			.description("Entries of imported catalogs, by what became of them")
			.withRegistry(registry);
		this.imports = Counter.builder("cellar.catalog.imports")
			.description("Imports that came to their end, by how")
			.withRegistry(registry);
		for (EntryOutcome outcome : EntryOutcome.values()) {
			entries(outcome);
		}
		imports(ImportState.COMPLETED);
		imports(ImportState.FAILED);
	}

	@Override
	public void judged(EntryOutcome outcome) {
		entries(outcome).increment();
	}

	@Override
	public void ended(ImportState end) {
		imports(end).increment();
	}

	private Counter entries(EntryOutcome outcome) {
		return this.entries.withTag("outcome", TagValues.of(outcome));
	}

	private Counter imports(ImportState end) {
		return this.imports.withTag("outcome", TagValues.of(end));
	}

}
