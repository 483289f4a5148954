package cellar.gateway.meter;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.delivery.DeliveryObserver.Delivery;
import cellar.gateway.lookup.CacheStatus.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RouteTally}.
 */
class RouteTallyTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final RouteTally tally = new RouteTally("/images", this.registry);

	@ParameterizedTest
	@CsvSource({ "200,true", "206,true", "304,true", "404,true", "504,true", "200,false", "206,false" })
	void answersThatAreToBeExpectedAreAtZeroFromTheStart(int status, boolean complete) {
		assertThat(answers(status, complete, false)).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 504 })
	void failuresThatAreToBeExpectedAreAtZeroFromTheStart(int status) {
		assertThat(answers(status, true, true)).isZero();
	}

	@Test
	void recordWhenStatusIsNewCountsIt() {
		this.tally.record(delivery(416, true, 90));
		this.tally.record(delivery(416, true, 10));
		assertThat(answers(416, true, false)).isEqualTo(2);
		assertThat(this.registry.get("cellar.delivery.bytes").tag("route", "/images").counter().count()).isEqualTo(100);
	}

	@Test
	void recordWhenStatusIsNoneOfHttpCountsItWithAllOthersOfThatKind() {
		this.tally.record(delivery(1000, true, 0));
		this.tally.record(delivery(20000, true, 0));
		assertThat(answers(999, true, false)).isEqualTo(2);
	}

	@Test
	void recordWhenAnswerBrokeOffTellsItFromWholeOnes() {
		this.tally.record(delivery(200, false, 5));
		assertThat(answers(200, false, false)).isOne();
		assertThat(answers(200, true, false)).isZero();
	}

	@Test
	void recordWhenThereIsAFaultCountsAFailure() {
		this.tally.record(delivery(500, true, 0));
		assertThat(answers(500, true, true)).isOne();
	}

	@Test
	void recordWhenNoOriginCouldBeHadCountsAFailure() {
		this.tally.record(delivery(Outcome.ERROR, 504, true, 0));
		this.tally.record(delivery(Outcome.ERROR, 500, true, 0));
		this.tally.record(delivery(Outcome.ERROR, 502, false, 0));
		assertThat(answers(504, true, true)).isOne();
		assertThat(answers(500, true, true)).isOne();
		assertThat(answers(502, false, true)).isOne();
	}

	@Test
	void recordWhenClientWantedOnlyACopyCountsNoFailure() {
		this.tally.record(delivery(Outcome.NOT_CACHED, 504, true, 0));
		assertThat(answers(504, true, false)).isOne();
		assertThat(answers(504, true, true)).isZero();
	}

	private long answers(int status, boolean complete, boolean failed) {
		return this.registry.get("cellar.delivery.requests")
			.tags("route", "/images", "status", Integer.toString(status), "complete", Boolean.toString(complete),
					"failed", Boolean.toString(failed))
			.timer()
			.count();
	}

	private static Delivery delivery(int status, boolean complete, long bytes) {
		return delivery(Outcome.HIT, status, complete, bytes);
	}

	private static Delivery delivery(Outcome outcome, int status, boolean complete, long bytes) {
		return new Delivery(null, outcome, status, bytes, complete, Duration.ofMillis(1));
	}

}
