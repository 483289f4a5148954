package cellar.gateway.meter;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.delivery.DeliveryObserver.Delivery;
import cellar.gateway.lookup.CacheStatus.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteMeters}.
 */
class RouteMetersTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final RouteMeters meters = new RouteMeters("/images", this.registry);

	@ParameterizedTest
	@CsvSource({ "200,true", "206,true", "304,true", "404,true", "500,true", "502,true", "504,true", "200,false",
			"206,false" })
	void answersThatAreToBeExpectedAreAtZeroFromTheStart(int status, boolean complete) {
		assertThat(answers(status, complete)).isZero();
	}

	@Test
	void recordWhenStatusIsNewCountsIt() {
		this.meters.record(delivery(416, true, 90));
		this.meters.record(delivery(416, true, 10));
		assertThat(answers(416, true)).isEqualTo(2);
		assertThat(this.registry.get("cellar.delivery.bytes").tag("route", "/images").counter().count()).isEqualTo(100);
	}

	@Test
	void recordWhenAnswerBrokeOffTellsItFromWholeOnes() {
		this.meters.record(delivery(200, false, 5));
		assertThat(answers(200, false)).isOne();
		assertThat(answers(200, true)).isZero();
	}

	private long answers(int status, boolean complete) {
		return this.registry.get("cellar.delivery.requests")
			.tags("route", "/images", "status", Integer.toString(status), "complete", Boolean.toString(complete))
			.timer()
			.count();
	}

	private static Delivery delivery(int status, boolean complete, long bytes) {
		return new Delivery(null, Outcome.HIT, status, bytes, complete, Duration.ofMillis(1));
	}

}
