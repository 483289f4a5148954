package cellar.provisioning.launch.work;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.provisioning.launch.state.LaunchState;

/**
 * How long a launch waits. Every value is a duration such as {@code 90s} or {@code 5m},
 * and longer than nothing.
 *
 * @param pollInterval how long to wait before the cloud is asked again for the same
 * thing; 2 seconds by default
 * @param preparationTimeout how long each step may take that comes before the machines
 * are asked for; 10 minutes by default
 * @param acceptanceTimeout how long the cloud may take to accept the machines; longer
 * than the doubt grace; 15 minutes by default
 * @param runningTimeout how long accepted machines may take until they run; 15 minutes by
 * default
 * @param reachableTimeout how long running machines may take until they answer; 10
 * minutes by default
 * @param cleanupTimeout how long to try to take back what a failed launch made; longer
 * than the doubt grace; 10 minutes by default
 * @param doubtGrace how long a cloud may take to show what it made in answer to a request
 * whose reply was lost; 2 minutes by default
 */
@Validated
@ConfigurationProperties("cellar.provisioning.launches")
public record LaunchProperties(@DefaultValue("2s") @NotNull @DurationMin(nanos = 1) Duration pollInterval,
		@DefaultValue("10m") @NotNull @DurationMin(nanos = 1) Duration preparationTimeout,
		@DefaultValue("15m") @NotNull @DurationMin(nanos = 1) Duration acceptanceTimeout,
		@DefaultValue("15m") @NotNull @DurationMin(nanos = 1) Duration runningTimeout,
		@DefaultValue("10m") @NotNull @DurationMin(nanos = 1) Duration reachableTimeout,
		@DefaultValue("10m") @NotNull @DurationMin(nanos = 1) Duration cleanupTimeout,
		@DefaultValue("2m") @NotNull @DurationMin(nanos = 1) Duration doubtGrace) {

	@AssertTrue(message = "'doubt-grace' must be shorter than 'acceptance-timeout'")
	boolean isGraceWithinAcceptance() {
		return this.doubtGrace.compareTo(this.acceptanceTimeout) < 0;
	}

	@AssertTrue(message = "'doubt-grace' must be shorter than 'cleanup-timeout'")
	boolean isGraceWithinCleanup() {
		return this.doubtGrace.compareTo(this.cleanupTimeout) < 0;
	}

	/**
	 * Returns how long a launch may be in a state.
	 * @param state the state
	 * @return the time
	 */
	Duration limit(LaunchState state) {
		return switch (state) {
			case REQUESTED, VALIDATED, KEY_READY, GROUP_READY -> this.preparationTimeout;
			case RUN_INTENDED -> this.acceptanceTimeout;
			case RUN_ACCEPTED -> this.runningTimeout;
			case RUNNING, REACHABLE -> this.reachableTimeout;
			case COMPENSATING -> this.cleanupTimeout;
			case READY, FAILED -> Duration.ZERO;
		};
	}

}
