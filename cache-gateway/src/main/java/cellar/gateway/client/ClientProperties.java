package cellar.gateway.client;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long clients are waited for. Time that they spend waiting for us does not count.
 *
 * @param clientIdleTimeout how long a client may take no byte of an answer, or need for a
 * whole request, from 1 s
 * @param clientMinRate how many bytes a second a client must take of what is there for
 * it, in the long run: it may begin late by the idle time-out, and what the system holds
 * for it counts as taken; 0 for any
 */
@Validated
@ConfigurationProperties("cellar.gateway")
public record ClientProperties(@NotNull @DurationMin(seconds = 1) @DefaultValue("60s") Duration clientIdleTimeout,
		@NotNull @DefaultValue("256B") DataSize clientMinRate) {

	@AssertTrue(message = "'client-min-rate' must not be negative")
	boolean isForward() {
		return !this.clientMinRate.isNegative();
	}

}
