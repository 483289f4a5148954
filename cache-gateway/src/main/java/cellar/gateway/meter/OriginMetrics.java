package cellar.gateway.meter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

	private final Map<String, OriginTally> origins = new ConcurrentHashMap<>();

	private final MeterRegistry registry;

	OriginMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void configured(String origin) {
		of(origin);
	}

	@Override
	public void answered(String origin, int status) {
		of(origin).answered(status);
	}

	@Override
	public void refused(String origin, OriginAnswer.Failure.Kind reason) {
		of(origin).refused(reason);
	}

	@Override
	public void faulty(String origin, OriginFault fault) {
		of(origin).faulty(fault);
	}

	@Override
	public void received(String origin, int bytes) {
		of(origin).received(bytes);
	}

	private OriginTally of(String origin) {
		return this.origins.computeIfAbsent(origin, (name) -> new OriginTally(name, this.registry));
	}

}
