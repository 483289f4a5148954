package cellar.catalog.importer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import cellar.catalog.intake.ImportState;
import cellar.catalog.report.EntryOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class ImportMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ImportMetrics metrics = new ImportMetrics(this.registry);

	@Test
	void everyOutcomeIsAtZeroFromTheStart() {
		assertThat(this.registry.get("cellar.catalog.imports").counters()).hasSize(2)
			.allMatch((counter) -> counter.count() == 0);
		assertThat(this.registry.get("cellar.catalog.import.entries").counters()).hasSize(3)
			.allMatch((counter) -> counter.count() == 0);
	}

	@Test
	void outcomesAreToldApart() {
		this.metrics.judged(EntryOutcome.REPAIRED);
		this.metrics.ended(ImportState.FAILED);
		assertThat(this.registry.get("cellar.catalog.import.entries").tag("outcome", "repaired").counter().count())
			.isOne();
		assertThat(this.registry.get("cellar.catalog.imports").tag("outcome", "failed").counter().count()).isOne();
		assertThat(this.registry.get("cellar.catalog.imports").tag("outcome", "completed").counter().count()).isZero();
	}

}
