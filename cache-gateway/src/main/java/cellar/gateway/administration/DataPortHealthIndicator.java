package cellar.gateway.administration;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

import cellar.gateway.cache.Contents;
import cellar.gateway.port.DataPort;
import cellar.gateway.upstream.OriginStates;
import cellar.gateway.upstream.Origins;

/**
 * Whether clients can connect. Origins that fail are shown but no reason to be sent no
 * more requests: copies are served without them.
 */
@Component
class DataPortHealthIndicator extends AbstractHealthIndicator {

	private final DataPort port;

	private final Contents contents;

	private final OriginStates states;

	private final Origins origins;

	DataPortHealthIndicator(DataPort port, Contents contents, OriginStates states, Origins origins) {
		this.port = port;
		this.contents = contents;
		this.states = states;
		this.origins = origins;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.status((this.port.port() > 0) ? Status.UP : Status.OUT_OF_SERVICE)
			.withDetail("port", this.port.port())
			.withDetail("objects", this.contents.figures().objects())
			.withDetail("origins", this.states.states())
			.withDetail("circuits", circuits());
	}

	private Map<String, String> circuits() {
		Map<String, String> circuits = new TreeMap<>();
		this.origins.guards()
			.forEach((name, guard) -> circuits.put(name, guard.state().name().toLowerCase(Locale.ROOT)));
		return circuits;
	}

}
