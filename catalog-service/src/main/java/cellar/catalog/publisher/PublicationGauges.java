package cellar.catalog.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
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
		TimeGauge
			.builder("cellar.catalog.publication.age", this.figures, TimeUnit.MILLISECONDS,
					(of) -> of.value((now) -> age(now.publishedAt(), Double.NaN)))
			.description("How long ago the live publication was published; no number if there is none")
			.register(registry);
		Gauge
			.builder("cellar.catalog.publications.unsettled", this.figures,
					(of) -> of.value(PublicationFigures::unsettled))
			.description("Publications that have not come to their end")
			.register(registry);
		TimeGauge
			.builder("cellar.catalog.publication.unsettled.age", this.figures, TimeUnit.MILLISECONDS,
					(of) -> of.value((now) -> age(now.oldestUnsettled(), 0)))
			.description("How long ago the oldest of these was asked for; 0 if there is none")
			.register(registry);
	}

	private double age(Optional<Instant> since, double none) {
		return since.map((instant) -> (double) Duration.between(instant, this.clock.instant()).toMillis()).orElse(none);
	}

}
