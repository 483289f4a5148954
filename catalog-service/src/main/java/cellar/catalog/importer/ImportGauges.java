package cellar.catalog.importer;

import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.catalog.intake.ImportProgress;
import cellar.common.meter.SharedQuery;

/**
 * Shows how many imports are under way, as a metric.
 */
@Component
class ImportGauges implements MeterBinder {

	private final SharedQuery<Long> unsettled;

	ImportGauges(ImportProgress progress, Clock clock) {
		this.unsettled = new SharedQuery<>(progress::countUnsettled, clock);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("cellar.catalog.imports.unsettled", this.unsettled, (of) -> of.value(Long::doubleValue))
			.description("Imports that have not come to their end")
			.register(registry);
	}

}
