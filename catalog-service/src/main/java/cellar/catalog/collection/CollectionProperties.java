package cellar.catalog.collection;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the store is searched for what nothing names.
 *
 * @param every the pause between two searches, 1 hour to 10 years; 24 hours by default
 * @param minAge how old objects must be to go, 24 hours to 10 years; 24 hours by default.
 * What is younger may be on its way to a name.
 */
@Validated
@ConfigurationProperties("cellar.catalog.collection")
record CollectionProperties(@DefaultValue("24h") @NotNull Duration every,
		@DefaultValue("24h") @NotNull Duration minAge) {

	private static final Duration LONGEST = Duration.ofDays(3653);

	@AssertTrue(message = "'every' must be 1 hour to 10 years")
	boolean isPausePossible() {
		return isWithin(this.every, Duration.ofHours(1));
	}

	@AssertTrue(message = "'min-age' must be 24 hours to 10 years")
	boolean isAgePossible() {
		return isWithin(this.minAge, Duration.ofHours(24));
	}

	private static boolean isWithin(Duration value, Duration least) {
		return value.compareTo(least) >= 0 && value.compareTo(LONGEST) <= 0;
	}

}
