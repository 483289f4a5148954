package cellar.catalog.publisher;

import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.catalog.publication.PublicationState;

/**
 * Counts publications by how they ended.
 */
@Component
class PublicationMetrics {

	private final MeterRegistry registry;

	PublicationMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	void count(PublicationState outcome) {
		this.registry.counter("cellar.catalog.publications", "outcome", outcome.name().toLowerCase(Locale.ROOT))
			.increment();
	}

}
