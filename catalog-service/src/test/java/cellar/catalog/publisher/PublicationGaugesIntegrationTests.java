package cellar.catalog.publisher;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cellar.catalog.publication.PublicationCensus;

import static org.assertj.core.api.Assertions.assertThat;

@PublisherServer
class PublicationGaugesIntegrationTests {

	@Autowired
	private Publishing publishing;

	@Autowired
	private PublicationCensus census;

	@Autowired
	private JdbcClient jdbc;

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

	@Test
	void ageWhenNothingIsLiveIsNoNumber() {
		this.publishing.publishSomething();
		this.jdbc.sql("update publication set state = 'SUPERSEDED' where state = 'LIVE'").update();
		assertThat(gauge("cellar.catalog.publication.age", Duration.ZERO)).isNaN();
		assertThat(gauge("cellar.catalog.publication.serial", Duration.ZERO)).isZero();
		this.publishing.publishSomething();
		assertThat(gauge("cellar.catalog.publication.age", Duration.ofHours(1))).isBetween(3600.0, 3700.0);
	}

	private double gauge(String name, Duration later) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new PublicationGauges(this.census, Clock.offset(Clock.systemUTC(), later)).bindTo(registry);
		return registry.get(name).gauge().value();
	}

}
