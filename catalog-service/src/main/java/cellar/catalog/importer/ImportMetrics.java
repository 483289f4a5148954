package cellar.catalog.importer;

import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.catalog.intake.ImportState;
import cellar.catalog.report.EntryOutcome;

/**
 * Counts imports by how they ended, and their entries by what became of them.
 */
@Component
class ImportMetrics {

	private final MeterRegistry registry;

	ImportMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	void count(EntryOutcome outcome) {
		this.registry.counter("cellar.catalog.import.entries", "outcome", lower(outcome)).increment();
	}

	void count(ImportState end) {
		this.registry.counter("cellar.catalog.imports", "outcome", lower(end)).increment();
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
