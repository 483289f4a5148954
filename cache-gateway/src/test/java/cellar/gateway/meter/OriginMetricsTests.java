package cellar.gateway.meter;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;
import cellar.gateway.upstream.OriginNames;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginMetrics}.
 */
class OriginMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final OriginMetrics metrics = new OriginMetrics(new OriginNames(Set.of("store")), this.registry);

	@Test
	void whatIsToBeExpectedIsAtZeroFromTheStart() {
		assertThat(count("cellar.origin.requests", "status", "0")).isZero();
		assertThat(count("cellar.origin.requests", "status", "503")).isZero();
		assertThat(count("cellar.origin.refused", "reason", "circuit_open")).isZero();
		assertThat(count("cellar.origin.refused", "reason", "overloaded")).isZero();
		assertThat(count("cellar.origin.faults", "fault", "truncated")).isZero();
		assertThat(this.registry.get("cellar.origin.bytes").tag("origin", "store").counter().count()).isZero();
	}

	@Test
	void eventsAreCountedByTheirKind() {
		this.metrics.answered("store", 503, Duration.ofMillis(30));
		this.metrics.answered("store", 418, Duration.ofMillis(70));
		this.metrics.refused("store", OriginAnswer.Failure.Kind.OVERLOADED);
		this.metrics.faulty("store", OriginFault.STALLED);
		this.metrics.received("store", 70);
		assertThat(count("cellar.origin.requests", "status", "503")).isOne();
		assertThat(count("cellar.origin.requests", "status", "418")).isOne();
		assertThat(count("cellar.origin.refused", "reason", "overloaded")).isOne();
		assertThat(count("cellar.origin.faults", "fault", "stalled")).isOne();
		assertThat(this.registry.get("cellar.origin.bytes").counter().count()).isEqualTo(70);
		assertThat(this.registry.get("cellar.origin.time").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(100);
	}

	private double count(String meter, String tag, String value) {
		return this.registry.get(meter).tags(Tags.of("origin", "store", tag, value)).counter().count();
	}

}
