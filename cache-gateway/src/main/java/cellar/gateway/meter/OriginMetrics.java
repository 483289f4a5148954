package cellar.gateway.meter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;
import cellar.gateway.origin.OriginObserver;
import cellar.gateway.upstream.OriginNames;

/**
 * Counts what came from origins, as metrics.
 */
@Component
class OriginMetrics implements OriginObserver {

	private final Map<String, OriginTally> origins = new HashMap<>();

	OriginMetrics(OriginNames names, MeterRegistry registry) {
		names.all().forEach((name) -> this.origins.put(name, new OriginTally(name, registry)));
	}

	@Override
	public void answered(String origin, int status, Duration took) {
		of(origin).answered(status, took);
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
		return Objects.requireNonNull(this.origins.get(origin), "one for each origin");
	}

}
