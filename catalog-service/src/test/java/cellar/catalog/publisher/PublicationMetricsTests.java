package cellar.catalog.publisher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.catalog.publication.PublicationState;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final PublicationMetrics metrics = new PublicationMetrics(this.registry);

	@ParameterizedTest
	@ValueSource(strings = { "live", "abandoned", "superseded" })
	void everyEndIsAtZeroFromTheStart(String outcome) {
		assertThat(ended(outcome)).isZero();
	}

	@Test
	void liveCountsItAndMeasuresHowLongItTook() {
		this.metrics.live(Duration.ofSeconds(3));
		assertThat(ended("live")).isOne();
		assertThat(this.registry.get("cellar.catalog.publication.time").timer().totalTime(TimeUnit.SECONDS))
			.isEqualTo(3);
	}

	@Test
	void settledWhenItIsAbandonedMeasuresNoTime() {
		this.metrics.settled(PublicationState.ABANDONED);
		assertThat(ended("abandoned")).isOne();
		assertThat(this.registry.get("cellar.catalog.publication.time").timer().count()).isZero();
	}

	private double ended(String outcome) {
		return this.registry.get("cellar.catalog.publications").tag("outcome", outcome).counter().count();
	}

}
