package cellar.gateway.guard;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an origin is left alone. A request fails that gets no answer, or 502, 503 or 504;
 * what else an origin says, it says in good health.
 *
 * @param calls how many of the latest requests are looked at, from 1 to 10000
 * @param minimumCalls how many requests it takes to judge at all, from 1 to {@code calls}
 * @param failureShare which share of them has to fail for the circuit to open, above 0,
 * up to 1
 * @param openFor how long it is left alone then, from 1 ms
 * @param probes how many requests find out afterwards whether it is well again, from 1 to
 * 1000
 */
public record CircuitProperties(@Min(1) @Max(10_000) @DefaultValue("20") int calls,
		@Min(1) @DefaultValue("5") int minimumCalls, @DefaultValue("0.5") double failureShare,
		@DurationMin(millis = 1) @DefaultValue("10s") Duration openFor,
		@Min(1) @Max(1000) @DefaultValue("2") int probes) {

	@AssertTrue(message = "'failure-share' must be above 0 and not above 1")
	boolean isShare() {
		return this.failureShare > 0 && this.failureShare <= 1;
	}

	@AssertTrue(message = "'minimum-calls' must not be above 'calls'")
	boolean isReachable() {
		return this.minimumCalls <= this.calls;
	}

}
