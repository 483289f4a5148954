package cellar.gateway.administration;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;
import cellar.gateway.origin.OriginObserver;

/**
 * Counts what came from origins, as metrics.
 */
@Component
class OriginMetrics implements OriginObserver {

	private final MeterRegistry registry;

	OriginMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void answered(String origin, int status) {
		Counter.builder("cellar.origin.requests")
			.description("Requests to origins; status 0 where none answered")
			.tag("origin", origin)
			.tag("status", Integer.toString(status))
			.register(this.registry)
			.increment();
	}

	@Override
	public void refused(String origin, OriginAnswer.Failure.Kind reason) {
		Counter.builder("cellar.origin.refused")
			.description("Requests that were not made, as the origin fails or is busy")
			.tag("origin", origin)
			.tag("reason", reason.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment();
	}

	@Override
	public void faulty(String origin, OriginFault fault) {
		Counter.builder("cellar.origin.faults")
			.description("Answers that were not what they were announced as, by what was wrong")
			.tag("origin", origin)
			.tag("fault", fault.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment();
	}

	@Override
	public void received(String origin, int bytes) {
		Counter.builder("cellar.origin.bytes")
			.description("Bytes of bodies received from origins")
			.baseUnit("bytes")
			.tag("origin", origin)
			.register(this.registry)
			.increment(bytes);
	}

}
