package cellar.gateway.connection;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on connections to origins that say nothing else for themselves.
 *
 * @param connectTimeout how long a connection may take to be made, from 1 ms
 * @param idleTimeout how long an origin may send nothing, before its answer and during
 * it, from 1 ms
 * @param connections how many requests may run at one origin at a time, from 1
 */
@Validated
@ConfigurationProperties("cellar.gateway.transport")
public record TransportProperties(@DurationMin(millis = 1) @DefaultValue("5s") Duration connectTimeout,
		@DurationMin(millis = 1) @DefaultValue("30s") Duration idleTimeout,
		@Min(1) @DefaultValue("128") int connections) {

}
