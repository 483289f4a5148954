package cellar.catalog.retention;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which publications keep their content. The history tells of all others for ever.
 *
 * @param keepCount how many of those that went live keep it, the newest, 1 to 100,000;
 * 100 by default
 * @param keepFor how long each keeps it, 1 day to 100 years; 365 days by default
 * @param undeleteWindow how long it is still there after it was marked, 1 hour to 10
 * years; 7 days by default. It is longer than any cache believes a pointer.
 */
@Validated
@ConfigurationProperties("cellar.catalog.retention")
record RetentionProperties(@DefaultValue("100") @Min(1) @Max(100_000) int keepCount,
		@DefaultValue("365d") @NotNull Duration keepFor, @DefaultValue("7d") @NotNull Duration undeleteWindow) {

	private static final Duration LONGEST = Duration.ofDays(36_525);

	private static final Duration LONGEST_WINDOW = Duration.ofDays(3653);

	@AssertTrue(message = "'keep-for' must be 1 day to 100 years")
	boolean isPeriodPossible() {
		return this.keepFor.compareTo(Duration.ofDays(1)) >= 0 && this.keepFor.compareTo(LONGEST) <= 0;
	}

	@AssertTrue(message = "'undelete-window' must be 1 hour to 10 years")
	boolean isWindowPossible() {
		return this.undeleteWindow.compareTo(Duration.ofHours(1)) >= 0
				&& this.undeleteWindow.compareTo(LONGEST_WINDOW) <= 0;
	}

}
