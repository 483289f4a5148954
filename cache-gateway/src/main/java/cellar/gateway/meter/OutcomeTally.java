package cellar.gateway.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import cellar.common.meter.TagValues;
import cellar.gateway.lookup.CacheStatus.Outcome;

/**
 * What is counted of answers that the cache came by in one way.
 */
final class OutcomeTally {

	private final Counter requests;

	private final Counter bytes;

	OutcomeTally(Outcome outcome, MeterRegistry registry) {
		String tag = TagValues.of(outcome);
		this.requests = Counter.builder("cellar.cache.requests")
			.description("Requests that the cache answered, by how")
			.tag("outcome", tag)
			.register(registry);
		this.bytes = Counter.builder("cellar.cache.sent")
			.description("Bytes of bodies sent to clients, by how the cache came by the answer")
			.baseUnit("bytes")
			.tag("outcome", tag)
			.register(registry);
	}

	void count(long sent) {
		this.requests.increment();
		this.bytes.increment(sent);
	}

	long requests() {
		return (long) this.requests.count();
	}

}
