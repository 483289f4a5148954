package cellar.gateway.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.gateway.port.DataPort;

/**
 * Shows how many clients are connected, as a metric.
 */
@Component
class PortMetrics implements MeterBinder {

	private final DataPort port;

	PortMetrics(DataPort port) {
		this.port = port;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("cellar.client.connections", this.port, DataPort::connections)
			.description("Connections that clients have open")
			.register(registry);
	}

}
