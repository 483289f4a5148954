package cellar.catalog.publisher;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.catalog.publication.PublicationCensus;

import static org.assertj.core.api.Assertions.assertThat;

@PublisherServer
class PublicationGaugesIntegrationTests {

	@Autowired
	private Publishing publishing;

	@Autowired
	private PublicationCensus census;

	@Test
	void gaugesTellOfTheLivePublicationAndOfThoseUnderWay() {
		this.publishing.publishSomething();
		long waiting = this.publishing.order();
		assertThat(gauge("cellar.catalog.publication.serial", Duration.ZERO)).isEqualTo(this.publishing.live())
			.isLessThan(waiting);
		assertThat(gauge("cellar.catalog.publication.images", Duration.ZERO)).isPositive();
		assertThat(gauge("cellar.catalog.publication.age", Duration.ofHours(1))).isBetween(3600.0, 3700.0);
		assertThat(gauge("cellar.catalog.publications.unsettled", Duration.ZERO)).isOne();
		assertThat(gauge("cellar.catalog.publication.unsettled.age", Duration.ofHours(1))).isBetween(3600.0, 3700.0);
		this.publishing.publish(waiting);
		assertThat(gauge("cellar.catalog.publication.serial", Duration.ZERO)).isEqualTo(waiting);
		assertThat(gauge("cellar.catalog.publications.unsettled", Duration.ZERO)).isZero();
		assertThat(gauge("cellar.catalog.publication.unsettled.age", Duration.ofHours(1))).isZero();
	}

	private double gauge(String name, Duration later) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new PublicationGauges(this.census, Clock.offset(Clock.systemUTC(), later)).bindTo(registry);
		return registry.get(name).gauge().value();
	}

}
