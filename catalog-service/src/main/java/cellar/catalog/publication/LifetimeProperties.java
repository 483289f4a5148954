package cellar.catalog.publication;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long publications are good.
 *
 * @param publicationLifetime how long readers may believe a publication, 1 hour to 10
 * years; 30 days by default. What is live is published once more when half of it is over.
 */
@Validated
@ConfigurationProperties("cellar.catalog")
record LifetimeProperties(@DefaultValue("30d") @NotNull Duration publicationLifetime) {

	private static final Duration SHORTEST = Duration.ofHours(1);

	private static final Duration LONGEST = Duration.ofDays(3660);

	@AssertTrue(message = "'publication-lifetime' must be 1 hour to 10 years")
	boolean isLifetimePossible() {
		return this.publicationLifetime.compareTo(SHORTEST) >= 0 && this.publicationLifetime.compareTo(LONGEST) <= 0;
	}

}
