package cellar.catalog.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.catalog.publication.PublicationProgress;
import cellar.catalog.publication.PublicationProgress.Figures;
import cellar.common.meter.Sampled;

/**
 * Shows what the database knows of publications, as metrics. Every service that shares
 * the database shows the same.
 */
@Component
class PublicationGauges implements MeterBinder {

	private final Sampled<Figures> figures;

	private final Clock clock;

	PublicationGauges(PublicationProgress progress, Clock clock) {
		this.figures = new Sampled<>(progress::figures, clock);
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("cellar.catalog.publication.serial", this.figures, (of) -> of.value(Figures::serial))
			.description("Serial of the live publication; 0 if there is none")
			.register(registry);
		Gauge.builder("cellar.catalog.publication.images", this.figures, (of) -> of.value(Figures::images))
			.description("Images in the live publication")
			.register(registry);
		Gauge.builder("cellar.catalog.publication.age", this.figures, (of) -> of.value((now) -> age(now.publishedAt())))
			.description("How long ago the live publication was published; 0 if there is none")
			.baseUnit("seconds")
			.register(registry);
		Gauge.builder("cellar.catalog.publications.unsettled", this.figures, (of) -> of.value(Figures::unsettled))
			.description("Publications that have not come to their end")
			.register(registry);
		Gauge
			.builder("cellar.catalog.publication.unsettled.age", this.figures,
					(of) -> of.value((now) -> age(now.oldestUnsettled())))
			.description("How long ago the oldest of these was asked for; 0 if there is none")
			.baseUnit("seconds")
			.register(registry);
	}

	private double age(@Nullable Instant since) {
		return (since != null) ? Duration.between(since, this.clock.instant()).toMillis() / 1000.0 : 0;
	}

}
