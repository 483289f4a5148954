package cellar.provisioning.launch.work;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.provisioning.launch.state.LaunchState;

/**
 * How patient a launch is. All durations are positive.
 *
 * @param pollInterval how long to wait before the cloud is asked again for the same thing
 * @param preparationTimeout how long each step may take that comes before the machines
 * are asked for
 * @param acceptanceTimeout how long the cloud may take to accept the machines
 * @param runningTimeout how long accepted machines may take until they run
 * @param reachableTimeout how long running machines may take until they answer
 * @param cleanupTimeout how long to try to take back what a failed launch made
 * @param doubtGrace how long a cloud may take to show machines whose request had no
 * answer; shorter than the acceptance timeout
 */
@Validated
@ConfigurationProperties("cellar.provisioning.launches")
public record LaunchProperties(@DefaultValue("2s") @NotNull Duration pollInterval,
		@DefaultValue("10m") @NotNull Duration preparationTimeout,
		@DefaultValue("15m") @NotNull Duration acceptanceTimeout, @DefaultValue("15m") @NotNull Duration runningTimeout,
		@DefaultValue("10m") @NotNull Duration reachableTimeout, @DefaultValue("10m") @NotNull Duration cleanupTimeout,
		@DefaultValue("2m") @NotNull Duration doubtGrace) {

	@AssertTrue(message = "all durations must be positive")
	boolean isPatient() {
		return this.pollInterval.isPositive() && this.preparationTimeout.isPositive()
				&& this.acceptanceTimeout.isPositive() && this.runningTimeout.isPositive()
				&& this.reachableTimeout.isPositive() && this.cleanupTimeout.isPositive()
				&& this.doubtGrace.isPositive();
	}

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
