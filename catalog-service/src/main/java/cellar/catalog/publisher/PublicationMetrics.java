package cellar.catalog.publisher;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import cellar.catalog.publication.PublicationState;
import cellar.common.meter.TagValues;

/**
 * Counts publications by how they ended, and measures how long it takes until everybody
 * sees them.
 */
@Component
class PublicationMetrics implements PublicationObserver {

	private static final List<PublicationState> ENDS = List.of(PublicationState.LIVE, PublicationState.ABANDONED,
			PublicationState.SUPERSEDED);

	private final MeterProvider<Counter> publications;

	private final Timer time;

	PublicationMetrics(MeterRegistry registry) {
		this.publications = Counter.builder("cellar.catalog.publications")
			.description("Publications that came to their end, by how")
			.withRegistry(registry);
		ENDS.forEach(this::publications);
		this.time = Timer.builder("cellar.catalog.publication.time")
			.description("From the request for a publication until everybody sees it")
			.serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15),
					Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5))
			.register(registry);
	}

	@Override
	public void live(Duration took) {
		settled(PublicationState.LIVE);
		this.time.record(took);
	}

	@Override
	public void settled(PublicationState end) {
		publications(end).increment();
	}

	private Counter publications(PublicationState end) {
		return this.publications.withTag("outcome", TagValues.of(end));
	}

}
