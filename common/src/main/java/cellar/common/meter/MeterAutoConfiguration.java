package cellar.common.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Registers {@code http.server.requests} at zero: a counter that appears with its first
 * event has no rate.
 */
@AutoConfiguration
class MeterAutoConfiguration {

	@Bean
	MeterBinder requestsFromTheStart() {
		return (registry) -> {
			register(registry, "200", "SUCCESS");
			register(registry, "500", "SERVER_ERROR");
		};
	}

	// With the very tags that Spring's own have: Prometheus takes no others beside them.
	private static void register(MeterRegistry registry, String status, String outcome) {
		Timer.builder("http.server.requests")
			.tags("error", "none", "exception", "none", "method", "GET", "outcome", outcome, "status", status, "uri",
					"UNKNOWN")
			.register(registry);
	}

}
