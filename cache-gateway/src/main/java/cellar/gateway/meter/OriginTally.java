package cellar.gateway.meter;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import cellar.common.meter.TagValues;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;

/**
 * What is counted of one origin. What is to be expected stands there from the start, at
 * zero.
 */
final class OriginTally {

	private static final int[] STATUSES = { 0, 200, 206, 304, 403, 404, 500, 502, 503, 504 };

	private final MeterProvider<Counter> requests;

	private final MeterProvider<Counter> refused;

	private final MeterProvider<Counter> faults;

	private final Counter bytes;

	private final Timer time;

	OriginTally(String origin, MeterRegistry registry) {
		this.requests = Counter.builder("cellar.origin.requests")
			.description("Requests to origins; status 0 where none answered")
			.tag("origin", origin)
			.withRegistry(registry);
		this.refused = Counter.builder("cellar.origin.refused")
			.description("Requests that were not made, as the origin fails or is busy")
			.tag("origin", origin)
			.withRegistry(registry);
		this.faults = Counter.builder("cellar.origin.faults")
			.description("Answers that were not what they were announced as, by what was wrong")
			.tag("origin", origin)
			.withRegistry(registry);
		this.bytes = Counter.builder("cellar.origin.bytes")
			.description("Bytes of bodies received from origins")
			.baseUnit("bytes")
			.tag("origin", origin)
			.register(registry);
		this.time = Timer.builder("cellar.origin.time")
			.description("From a request to an origin to the head of its answer, or until none came")
			.tag("origin", origin)
			.serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100),
					Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10),
					Duration.ofSeconds(30))
			.register(registry);
		for (int status : STATUSES) {
			requests(status);
		}
		refusals(OriginAnswer.Failure.Kind.CIRCUIT_OPEN);
		refusals(OriginAnswer.Failure.Kind.OVERLOADED);
		for (OriginFault fault : OriginFault.values()) {
			faults(fault);
		}
	}

	void answered(int status, Duration took) {
		requests(status).increment();
		this.time.record(took);
	}

	void refused(OriginAnswer.Failure.Kind reason) {
		refusals(reason).increment();
	}

	void faulty(OriginFault fault) {
		faults(fault).increment();
	}

	void received(int count) {
		this.bytes.increment(count);
	}

	private Counter requests(int status) {
		return this.requests.withTag("status", Integer.toString(status));
	}

	private Counter refusals(OriginAnswer.Failure.Kind reason) {
		return this.refused.withTag("reason", TagValues.of(reason));
	}

	private Counter faults(OriginFault fault) {
		return this.faults.withTag("fault", TagValues.of(fault));
	}

}
