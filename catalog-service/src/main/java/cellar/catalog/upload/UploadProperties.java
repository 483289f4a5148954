package cellar.catalog.upload;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When uploads are given up, and how soon it is noticed.
 *
 * @param abandonAfter how long an upload may be silent before it is given up, at least 1
 * second; 30 minutes by default. What it left in the store is removed.
 * @param resumableFor how long an upload that can go on may be silent before it is given
 * up, at least as long; 24 hours by default
 * @param sweepEvery the pause between two searches for such remains, at least 1 second; 1
 * minute by default
 */
@Validated
@ConfigurationProperties("cellar.catalog.artifact")
public record UploadProperties(@DefaultValue("30m") @NotNull Duration abandonAfter,
		@DefaultValue("24h") @NotNull Duration resumableFor, @DefaultValue("1m") @NotNull Duration sweepEvery) {

	private static final int SIGNS_BEFORE_SILENCE = 4;

	@AssertTrue(message = "'abandon-after' and 'sweep-every' must be at least 1 second")
	boolean isTimeoutPossible() {
		return this.abandonAfter.toSeconds() > 0 && this.sweepEvery.toSeconds() > 0;
	}

	@AssertTrue(message = "'resumable-for' must not be shorter than 'abandon-after'")
	boolean isResumptionPossible() {
		return this.resumableFor.compareTo(this.abandonAfter) >= 0;
	}

	/**
	 * Returns how often an upload shows that it is alive.
	 * @return the time between two signs
	 */
	public Duration heartbeatInterval() {
		return this.abandonAfter.dividedBy(SIGNS_BEFORE_SILENCE);
	}

}
