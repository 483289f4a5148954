package cellar.gateway.meter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import cellar.common.meter.TagValues;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;

/**
 * What is counted of one origin. What is to be expected stands there from the start, at
 * zero.
 */
final class OriginMeters {

	private static final int[] STATUSES = { 0, 200, 206, 304, 403, 404, 500, 502, 503, 504 };

	private final Map<Integer, Counter> requests = new ConcurrentHashMap<>();

	private final Map<OriginAnswer.Failure.Kind, Counter> refused = new ConcurrentHashMap<>();

	private final Map<OriginFault, Counter> faults = new ConcurrentHashMap<>();

	private final Counter bytes;

	private final String origin;

	private final MeterRegistry registry;

	OriginMeters(String origin, MeterRegistry registry) {
		this.origin = origin;
		this.registry = registry;
		this.bytes = Counter.builder("cellar.origin.bytes")
			.description("Bytes of bodies received from origins")
			.baseUnit("bytes")
			.tag("origin", origin)
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

	void answered(int status) {
		requests(status).increment();
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
		return this.requests.computeIfAbsent(status,
				(key) -> Counter.builder("cellar.origin.requests")
					.description("Requests to origins; status 0 where none answered")
					.tag("origin", this.origin)
					.tag("status", Integer.toString(key))
					.register(this.registry));
	}

	private Counter refusals(OriginAnswer.Failure.Kind reason) {
		return this.refused.computeIfAbsent(reason,
				(key) -> Counter.builder("cellar.origin.refused")
					.description("Requests that were not made, as the origin fails or is busy")
					.tag("origin", this.origin)
					.tag("reason", TagValues.of(key))
					.register(this.registry));
	}

	private Counter faults(OriginFault fault) {
		return this.faults.computeIfAbsent(fault,
				(key) -> Counter.builder("cellar.origin.faults")
					.description("Answers that were not what they were announced as, by what was wrong")
					.tag("origin", this.origin)
					.tag("fault", TagValues.of(key))
					.register(this.registry));
	}

}
