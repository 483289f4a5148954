package cellar.gateway.administration;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

import cellar.gateway.cache.Contents;
import cellar.gateway.delivery.DataPort;
import cellar.gateway.origin.OriginStates;

/**
 * Tells whether clients can connect. Origins that fail are shown but no reason to be sent
 * no more requests: copies are served without them.
 */
@Component
class DataPortHealthIndicator extends AbstractHealthIndicator {

	private final DataPort port;

	private final Contents contents;

	private final OriginStates origins;

	DataPortHealthIndicator(DataPort port, Contents contents, OriginStates origins) {
		this.port = port;
		this.contents = contents;
		this.origins = origins;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.status((this.port.port() > 0) ? Status.UP : Status.OUT_OF_SERVICE)
			.withDetail("port", this.port.port())
			.withDetail("objects", this.contents.figures().objects())
			.withDetail("origins", this.origins.states());
	}

}
