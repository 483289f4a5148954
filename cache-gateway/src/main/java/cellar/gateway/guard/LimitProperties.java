package cellar.gateway.guard;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is asked of an origin at a time. A request takes its place until the last byte
 * of its body.
 *
 * @param requests how many requests may run, from 1;
 * {@code cellar.gateway.transport.connections} if not given
 * @param waiting how many more may wait for a place, first come, first served, from 0
 * @param patience how long each of those waits, from 0 ms to 1 h
 */
public record LimitProperties(@Min(1) @Nullable Integer requests, @Min(0) @DefaultValue("1000") int waiting,
		@DurationMin @DurationMax(hours = 1) @DefaultValue("5s") Duration patience) {

	/**
	 * Returns these limits with one for what they leave open.
	 * @param common how many requests may run if nothing is said
	 * @return limits that leave nothing open
	 */
	public LimitProperties or(int common) {
		return (this.requests != null) ? this : new LimitProperties(common, this.waiting, this.patience);
	}

}
