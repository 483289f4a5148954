package cellar.catalog.importer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
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

	private final Map<EntryOutcome, Counter> entries = new EnumMap<>(EntryOutcome.class);

	private final Map<ImportState, Counter> ends = new EnumMap<>(ImportState.class);

	ImportMetrics(MeterRegistry registry) {
		for (EntryOutcome outcome : EntryOutcome.values()) {
			this.entries.put(outcome,
					Counter.builder("cellar.catalog.import.entries")
						.description("Entries of imported catalogs, by what became of them")
						.tag("outcome", TagValues.of(outcome))
						.register(registry));
		}
		for (ImportState end : List.of(ImportState.COMPLETED, ImportState.FAILED)) {
			this.ends.put(end,
					Counter.builder("cellar.catalog.imports")
						.description("Imports that came to their end, by how")
						.tag("outcome", TagValues.of(end))
						.register(registry));
		}
	}

	@Override
	public void judged(EntryOutcome outcome) {
		Objects.requireNonNull(this.entries.get(outcome), "one for each outcome").increment();
	}

	@Override
	public void ended(ImportState end) {
		Objects.requireNonNull(this.ends.get(end), "one for each end").increment();
	}

}
