package cellar.catalog.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.catalog.publication.PublicationCensus;
import cellar.catalog.publication.PublicationFigures;
import cellar.common.meter.SharedQuery;

/**
 * Shows what the database knows of publications, as metrics. Every service that shares
 * the database shows the same.
 */
@Component
class PublicationGauges implements MeterBinder {

	private final SharedQuery<PublicationFigures> figures;

	private final Clock clock;

	PublicationGauges(PublicationCensus census, Clock clock) {
		this.figures = new SharedQuery<>(census::figures, clock);
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("cellar.catalog.publication.serial", this.figures, (of) -> of.value(PublicationFigures::serial))
			.description("Serial of the live publication; 0 if there is none")
			.register(registry);
		Gauge.builder("cellar.catalog.publication.images", this.figures, (of) -> of.value(PublicationFigures::images))
			.description("Images in the live publication")
			.register(registry);
		Gauge.builder("cellar.catalog.publication.age", this.figures, (of) -> of.value((now) -> age(now.publishedAt())))
			.description("How long ago the live publication was published; 0 if there is none")
			.baseUnit("seconds")
			.register(registry);
		Gauge
			.builder("cellar.catalog.publications.unsettled", this.figures,
					(of) -> of.value(PublicationFigures::unsettled))
			.description("Publications that have not come to their end")
			.register(registry);
		Gauge
			.builder("cellar.catalog.publication.unsettled.age", this.figures,
					(of) -> of.value((now) -> age(now.oldestUnsettled())))
			.description("How long ago the oldest of these was asked for; 0 if there is none")
			.baseUnit("seconds")
			.register(registry);
	}

	private double age(Optional<Instant> since) {
		return since.map((instant) -> Duration.between(instant, this.clock.instant()).toMillis() / 1000.0).orElse(0.0);
	}

}
